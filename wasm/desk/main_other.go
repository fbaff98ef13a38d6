//go:build !js

package main

func main() {
	println("desk runs in a page: GOOS=js GOARCH=wasm go build ./wasm/desk")
}
