package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestNeedElsewhere runs build/need where there is no apt-get.
func TestNeedElsewhere(t *testing.T) {
	rows := []struct{ commands, want string }{
		{"sh", ""},
		{"blkplay-a blkplay-b", "missing: blkplay-a blkplay-b\n"},
		{"WebKitWebDriver xvfb-run", "packages webkit2gtk-driver xvfb\n"},
		{"go", "Go 1.26"},
		{"node npm", "Node 20"},
	}
	for _, row := range rows {
		cmd := exec.Command("/bin/sh", append([]string{"need"}, strings.Fields(row.commands)...)...)
		cmd.Env = []string{"PATH=" + t.TempDir()}
		if row.want == "" {
			cmd.Env = []string{"PATH=/bin"}
		}
		out, err := cmd.CombinedOutput()
		if (err != nil) != (row.want != "") || !strings.Contains(string(out), row.want) {
			t.Errorf("need %s: %v\n%s", row.commands, err, out)
		}
	}
}
