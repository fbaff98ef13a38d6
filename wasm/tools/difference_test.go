package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blkplay/core/scenario"
	"blkplay/core/trace"
	"blkplay/wasm/abi"
)

func TestDifference(t *testing.T) {
	const folder = "../../core/testdata/traces/mkfs-mqdl/"
	names, err := filepath.Glob(folder + "*.blktrace.*.gz")
	if err != nil || len(names) < 2 {
		t.Fatal(names, err)
	}
	var page tools
	for _, mode := range []string{"", "closed", "slow"} {
		var w abi.Writer
		w.Text("6.18")
		w.Text("mq-deadline")
		w.Text(mode)
		w.Text("")
		w.U32(1000)
		w.U32(len(names))
		for _, name := range names {
			packed, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			w.Text(filepath.Base(name))
			w.Bytes(packed)
		}
		result, r := call(t, &page, page.difference, &w)
		if mode == "slow" {
			if result != abi.Refused {
				t.Errorf("result %d for a mode that is none", result)
			}
			continue
		}
		sc, err := scenario.Parse(r.Text())
		if result != abi.OK || err != nil || sc.Device.Model != "table" {
			t.Fatalf("result %d, %v", result, err)
		}
		var d struct {
			Rows  []struct{ Name string }
			Order struct{ Bios, Same int }
		}
		if err := json.Unmarshal([]byte(r.Text()), &d); err != nil || len(d.Rows) < 20 || d.Order.Bios != 346 || d.Order.Same > 346 {
			t.Errorf("%v %+v", err, d)
		}
		if text := r.Text(); !strings.Contains(text, "The model does not know") {
			t.Error(text)
		}
		if records := r.Bytes(); len(records) != 1000*trace.Size {
			t.Errorf("%d bytes of records", len(records))
		}
		same := 0
		for n := r.U32(); n > 0; n-- {
			if r.U32() != 0 {
				same++
			}
		}
		if same != d.Order.Bios || r.Short {
			t.Errorf("%d bios are on both sides, short: %v", same, r.Short)
		}
	}
}
