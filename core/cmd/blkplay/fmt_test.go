package main

import (
	"os"
	"strings"
	"testing"
)

const (
	loose = "version 1\nkernel   2.6.24 # old\ntask 1\nwrite 0 +8 x1\n"
	tidy  = "version 1\nkernel 2.6.24 # old\nelevator cfq\nhz 250\ndevice linear depth=1 base_us=100 per_sector_ns=1000\ntask 1\n  write 0 +8\n"
)

func TestFmt(t *testing.T) {
	if out, err, status := blkplay(loose, "fmt"); status != 0 || err != "" || out != tidy {
		t.Errorf("%d %q %q", status, out, err)
	}
	name := file(t, "a.blkplay", loose)
	if out, _, status := blkplay("", "fmt", name); status != 0 || out != tidy {
		t.Errorf("%d %q", status, out)
	}
	if out, err, status := blkplay("", "fmt", name, "-w"); status != 0 || out+err != "" {
		t.Errorf("%d %q %q", status, out, err)
	}
	if text, _ := os.ReadFile(name); string(text) != tidy {
		t.Errorf("%q", text)
	}
}

func TestFmtKeepsAFileThatIsWrong(t *testing.T) {
	name := file(t, "a.blkplay", loose+"nonsense\n")
	_, err, status := blkplay("", "fmt", "-w", name)
	if text, _ := os.ReadFile(name); status != exitFailure || string(text) != loose+"nonsense\n" || !strings.Contains(err, ":5:1: ") {
		t.Errorf("%d %q %q", status, err, text)
	}
}

func TestFmtRefusesAnEndlessText(t *testing.T) {
	if _, err, status := blkplay(strings.Repeat("#", 5<<20), "fmt"); status != exitFailure || !strings.Contains(err, "at most 4194304 are read") {
		t.Errorf("%d %q", status, err)
	}
}
