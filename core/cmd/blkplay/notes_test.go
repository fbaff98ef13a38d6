package main

import (
	"encoding/binary"
	"path/filepath"
	"strings"
	"testing"
)

// appendBinary appends a record of version 7, of device 8,0 and CPU 0.
func appendBinary(b []byte, seq uint32, time uint64, action uint32, payload string) []byte {
	for _, x := range []uint32{0x65617407, seq} {
		b = binary.LittleEndian.AppendUint32(b, x)
	}
	b = binary.LittleEndian.AppendUint64(b, time)
	b = binary.LittleEndian.AppendUint64(b, 8*time) // sector
	for _, x := range []uint32{4096, action, 7, 8 << 20, 0, uint32(len(payload)) << 16} {
		b = binary.LittleEndian.AppendUint32(b, x)
	}
	return append(b, payload...)
}

// TestBlkparsePrintsWhatWePrintOfNotes holds it for what stands between the events: messages
// of every kind, a driver's data, actions that nobody knows. And we read blkparse's text
// again with all that it says there.
func TestBlkparsePrintsWhatWePrintOfNotes(t *testing.T) {
	const message, ofCGroup, driver = 0x04000002, 0x04000102, 0x40410011
	var b []byte
	b = appendBinary(b, 1, 100, 0x00110001, "")
	b = appendBinary(b, 0, 101, message, "a message")
	b = appendBinary(b, 0, 102, message, "")
	b = appendBinary(b, 0, 103, message, "as far\x00as here")
	b = appendBinary(b, 0, 104, message, "\x00")
	b = appendBinary(b, 0, 105, ofCGroup, "\x01\x00\x00\x00\x00\x00\x00\x00text")
	b = appendBinary(b, 2, 106, driver, "a driver's own")
	b = appendBinary(b, 3, 107, 0x001100c8, "")
	b = appendBinary(b, 4, 108, 0x01410007, "")
	for action := range uint32(10) { // none of these is any to blkparse, nor in version 7
		b = appendBinary(b, 5+action, 109, 0x00110010|action+1, "")
	}
	dir := t.TempDir()
	if err := writeFile(filepath.Join(dir, "a.blktrace.0"), string(b)); err != nil {
		t.Fatal(err)
	}
	printed := tool(t, dir, "blkparse", "-i", "a")
	if !strings.Contains(printed, "\ndiscarded traces containing ") {
		t.Errorf("blkparse says nothing of the driver's data:\n%s", printed)
	}
	want, _, _ := strings.Cut(printed, "Input file ")
	if _, err, status := blkplay("", "convert", filepath.Join(dir, "a.blktrace.0"), filepath.Join(dir, "ours.txt")); status != 0 {
		t.Fatal(err)
	}
	ours := strings.ReplaceAll(unpack(t, filepath.Join(dir, "ours.txt")), "(ours)", "(a)")
	compareLines(t, want, ours)
	figures, err, status := blkplay("", "stats", "-format", "json", file(t, "printed.txt", printed))
	if status != 0 || !strings.Contains(figures, `"events_D":1,`) {
		t.Errorf("%s%s", figures, err)
	}
}
