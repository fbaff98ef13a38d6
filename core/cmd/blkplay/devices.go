package main

import (
	"flag"
	"fmt"
	"strings"

	"blkplay/core/disk"
	"blkplay/core/scenario"
)

// devicesCommand says of each device model what it is, where its numbers come
// from and what it leaves out.
func devicesCommand(std *streams, args []string) error {
	rest, err := parseArgs(flag.NewFlagSet("devices", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return usageError("devices takes no arguments")
	}
	keys := map[string]string{}
	for _, m := range scenario.DeviceModels() {
		keys[m.Name] = strings.Join(m.Keys(), " ")
	}
	for _, m := range disk.Models {
		fmt.Fprintf(std.out, "%s: %s\n  parameters: %s\n  %s\n", m.Name, m.Title, keys[m.Name], m.Text)
	}
	return nil
}
