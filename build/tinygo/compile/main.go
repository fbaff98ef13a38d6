// Command compile compiles a package of this module as the site has it, with its
// memory in regions: compile ./wasm/engine FILE.wasm
package main

import (
	"fmt"
	"os"

	"blkplay/build/tinygo"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: compile PACKAGE FILE.wasm")
		os.Exit(2)
	}
	c, err := tinygo.Find()
	if err == nil {
		err = c.Build(".", os.Args[1], os.Args[2], tinygo.Regions)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "compile:", err)
		os.Exit(1)
	}
}
