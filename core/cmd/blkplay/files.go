package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"blkplay/core/replay"
	"blkplay/core/scenario"
)

// standard is the name that stands for standard input and output.
const standard = "-"

// shown returns name as messages have it.
func shown(name string) string {
	if name == standard {
		return "<stdin>"
	}
	return name
}

// readFile reads a file, or standard input, unpacked if it is gzipped. It reads
// no more than most+1 bytes, so that who is given too much can say so.
func readFile(std *streams, name string, most int64) ([]byte, error) {
	in := std.in
	if name != standard {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	plain, err := unpacked(in)
	if err != nil {
		return nil, &placed{shown(name), err}
	}
	data, err := io.ReadAll(io.LimitReader(plain, most+1))
	if err != nil {
		return nil, &placed{shown(name), err}
	}
	return data, nil
}

// unpacked returns what in holds, gunzipped if it is gzip.
func unpacked(in io.Reader) (io.Reader, error) {
	b := bufio.NewReader(in)
	if magic, _ := b.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return gzip.NewReader(b)
	}
	return b, nil
}

// readScenario reads and parses a scenario, or makes one of a job file.
func readScenario(std *streams, name string) (*scenario.Scenario, error) {
	if isJob(name) {
		return readJob(std, name, replay.Options{})
	}
	text, err := readFile(std, name, scenario.TextBytesMax)
	if err != nil {
		return nil, err
	}
	sc, err := scenario.Parse(string(text))
	if err != nil {
		return nil, &placed{shown(name), err}
	}
	return sc, nil
}

// output is a file being written. A regular file gets its name only when all went
// well, so a failure leaves what was there before.
type output struct {
	io.Writer
	name     string // to be given at the end; "" if the file is written in place
	file     *os.File
	buffered *bufio.Writer
	packed   *gzip.Writer // nil: not packed
}

// createFile begins the file name, packed if that ends in .gz. Call Close or Abandon.
func createFile(name string) (*output, error) {
	o := &output{}
	mode := os.FileMode(0o644)
	there, err := os.Stat(name)
	if err == nil && !there.Mode().IsRegular() { // a device or a pipe
		o.file, err = os.OpenFile(name, os.O_WRONLY, 0)
	} else {
		if err == nil {
			mode = there.Mode().Perm()
		}
		o.name = name
		o.file, err = os.CreateTemp(filepath.Dir(name), ".blkplay-*")
	}
	if err != nil {
		return nil, err
	}
	if o.name != "" {
		if err := o.file.Chmod(mode); err != nil {
			o.Abandon()
			return nil, err
		}
	}
	o.buffered = bufio.NewWriter(o.file)
	o.Writer = o.buffered
	if strings.HasSuffix(name, ".gz") {
		o.packed = gzip.NewWriter(o.buffered)
		o.Writer = o.packed
	}
	return o, nil
}

// Close finishes the file and gives it its name.
func (o *output) Close() error {
	var err error
	if o.packed != nil {
		err = o.packed.Close()
	}
	err = errors.Join(err, o.buffered.Flush(), o.file.Close())
	if o.name == "" {
		return err
	}
	if err == nil {
		err = os.Rename(o.file.Name(), o.name)
	}
	if err != nil {
		os.Remove(o.file.Name())
	}
	return err
}

// Abandon drops the file.
func (o *output) Abandon() {
	o.file.Close()
	if o.name != "" {
		os.Remove(o.file.Name())
	}
}
