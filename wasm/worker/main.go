//go:build js

package main

import (
	"github.com/syumai/workers"

	"blkplay/wasm/worker/api"
)

func main() {
	workers.Serve(api.New(api.Options{Site: assets{}}))
}
