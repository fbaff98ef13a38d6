//go:build js

package main

func underNode(int64, int, string) error { return nil }
