package replay

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"blkplay/core/trace/blktrace"
)

// File is a trace file, or a part of a trace: the file of one CPU.
type File struct {
	Name string // the CPU is taken from an ending .blktrace.N
	Data io.Reader
}

// Bytes is a file in memory.
func Bytes(name string, data []byte) File { return File{name, bytes.NewReader(data)} }

// mark stands before the CPU in a file's name.
const mark = ".blktrace."

// cpu is the CPU that the file's name tells, or [blktrace.AnyCPU].
func (f *File) cpu() int {
	name := strings.TrimSuffix(f.Name, ".gz")
	i := strings.LastIndex(name, mark)
	if i < 0 {
		return blktrace.AnyCPU
	}
	n, err := strconv.ParseUint(name[i+len(mark):], 10, 31)
	if err != nil {
		return blktrace.AnyCPU
	}
	return int(n)
}

// peeked is a reader whose first bytes were looked at.
type peeked struct {
	first []byte
	rest  io.Reader
}

// peekBytes is enough to tell any format from the others.
const peekBytes = 512

// peek reads the first bytes of src.
func peek(src io.Reader) (*peeked, error) {
	first := make([]byte, peekBytes)
	n, err := io.ReadFull(src, first)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return &peeked{first[:n], src}, err
}

func (p *peeked) Read(b []byte) (int, error) {
	if len(p.first) == 0 {
		return p.rest.Read(b)
	}
	n := copy(b, p.first)
	p.first = p.first[n:]
	return n, nil
}
