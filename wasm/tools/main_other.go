//go:build !wasm && !tinygo

package main

func main() {
	println("tools runs in a page: GOOS=js GOARCH=wasm go build ./wasm/tools")
}
