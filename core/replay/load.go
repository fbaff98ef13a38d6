package replay

import (
	"bytes"
	"io"

	"blkplay/core/trace/blktrace"
)

// Trace is a whole trace in memory.
type Trace struct {
	Format  string
	Records []blktrace.Record // events and messages in the order of time
	Names   blktrace.Names
}

// Load reads files whole: see [Open]. The report tells what was read until an error.
func Load(files []File) (*Trace, *blktrace.Report, error) {
	s, err := Open(files)
	if err != nil {
		return nil, &blktrace.Report{}, err
	}
	t := &Trace{Format: s.Format, Names: s.Names()}
	var rec blktrace.Record
	for {
		err := s.Next(&rec)
		if err == io.EOF {
			return t, s.Report(), nil
		}
		if err != nil {
			return nil, s.Report(), err
		}
		rec.Payload = bytes.Clone(rec.Payload)
		t.Records = append(t.Records, rec)
	}
}
