package conform

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
)

// Reader yields the cases of one golden file.
type Reader struct {
	lines *bufio.Reader
	line  int
}

// NewReader reads JSON lines from r, gzipped or not.
func NewReader(r io.Reader) (*Reader, error) {
	lines := bufio.NewReaderSize(r, 1<<16)
	if magic, _ := lines.Peek(2); len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
		plain, err := gzip.NewReader(lines)
		if err != nil {
			return nil, err
		}
		lines = bufio.NewReaderSize(plain, 1<<16)
	}
	return &Reader{lines: lines}, nil
}

// Next returns the next case, io.EOF after the last.
func (r *Reader) Next() (*Case, error) {
	for {
		text, err := r.lines.ReadBytes('\n')
		if len(text) == 0 || err != nil && err != io.EOF {
			return nil, err
		}
		r.line++
		if len(text) == 1 {
			continue
		}
		c := new(Case)
		if err := c.parse(text); err != nil {
			return nil, fmt.Errorf("line %d: %w", r.line, err)
		}
		return c, nil
	}
}
