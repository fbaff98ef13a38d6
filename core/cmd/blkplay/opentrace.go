package main

import (
	"bufio"
	"io"
	"os"
	"strconv"
	"strings"

	"blkplay/core/export"
	"blkplay/core/replay"
)

// openTrace opens a trace; the file of CPU 0 brings its siblings with it, packed or
// not, and so does the name that they have in common.
func openTrace(std *streams, name string) (files []replay.File, err error) {
	if name == standard {
		return []replay.File{{Name: shown(name), Data: io.NopCloser(std.in)}}, nil
	}
	if _, err := os.Stat(name); os.IsNotExist(err) {
		for _, ending := range [...]string{export.BinaryEnding, export.BinaryEnding + ".gz"} {
			if _, err := os.Stat(name + ending); err == nil {
				name += ending
				break
			}
		}
	}
	first, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	files = append(files, replay.File{Name: name, Data: first})
	for cpu := 1; ; cpu++ {
		sibling, ok := siblingOf(name, cpu)
		if !ok {
			return files, nil
		}
		f, err := os.Open(sibling)
		if os.IsNotExist(err) {
			other, packed := strings.CutSuffix(sibling, ".gz")
			if !packed {
				other += ".gz"
			}
			f, err = os.Open(other)
			sibling = other
		}
		if os.IsNotExist(err) {
			return files, nil
		}
		if err != nil {
			closeAll(files)
			return nil, err
		}
		files = append(files, replay.File{Name: sibling, Data: f})
	}
}

// siblingOf returns the name of another CPU's file, if name is that of CPU 0.
func siblingOf(name string, cpu int) (sibling string, ok bool) {
	plain, packed := strings.CutSuffix(name, ".gz")
	stem, ok := strings.CutSuffix(plain, export.BinaryEnding)
	if !ok {
		return "", false
	}
	sibling = stem + ".blktrace." + strconv.Itoa(cpu)
	if packed {
		sibling += ".gz"
	}
	return sibling, true
}

func closeAll(files []replay.File) {
	for _, f := range files {
		f.Data.(io.Closer).Close()
	}
}

// isTrace reports whether a file is a trace, by what it begins with.
func isTrace(name string) bool {
	if name == standard || isScenario(name) || isJob(name) {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		_, err := os.Stat(name + export.BinaryEnding)
		_, packedErr := os.Stat(name + export.BinaryEnding + ".gz")
		return err == nil || packedErr == nil
	}
	defer f.Close()
	first, _ := bufio.NewReader(f).Peek(512)
	return replay.IsTrace(first) || export.FormatOf(name) != nil
}
