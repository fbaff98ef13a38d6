//go:build !wasm && !tinygo

package main

func main() {
	println("engine runs in a page: GOOS=js GOARCH=wasm go build ./wasm/engine")
}
