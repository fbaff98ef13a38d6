package replay

import (
	"io"

	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
)

// Convert reads files (see [Open]) and makes a scenario of them (see
// [Workload.Scenario]), or does what a fio job file says. Only the bios are kept in
// memory.
func Convert(files []File, opt Options) (*scenario.Scenario, *Report, error) {
	if len(files) == 1 {
		f := files[0]
		text, err := jobText(&f)
		if err != nil {
			return nil, nil, &Error{f.Name, err}
		}
		if text != nil {
			return convertJob(f.Name, text, opt)
		}
		files = []File{f}
	}
	s, err := Open(files)
	if err != nil {
		return nil, nil, err
	}
	w := NewWorkload(s.Names())
	if opt.follows() {
		w.Follow()
	}
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
