// Command install builds TinyGo for this module, unless it is there.
package main

import (
	"fmt"
	"os"

	"blkplay/build/tinygo"
)

func main() {
	if err := tinygo.Install(os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "tinygo:", err)
		os.Exit(1)
	}
}
