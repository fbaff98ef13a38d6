//go:build !wasm && !tinygo

package main

func main() {
	println("cell runs under Node: go run ./build/bench")
}
