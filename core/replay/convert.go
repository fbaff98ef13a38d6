package replay

import (
	"io"

	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
)

// Convert reads files (see [Open]) and makes a scenario of them (see
// [Workload.Scenario]). Only the bios are kept in memory.
func Convert(files []File, opt Options) (*scenario.Scenario, *Report, error) {
	s, err := Open(files)
	if err != nil {
		return nil, nil, err
	}
	w := NewWorkload(s.Names())
	var rec blktrace.Record
	for {
		err := s.Next(&rec)
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		w.Add(&rec)
	}
	sc, report, err := w.Scenario(opt)
	if err != nil {
		return nil, nil, err
	}
	report.Trace, report.Format = *s.Report(), s.Format
	return sc, report, nil
}
