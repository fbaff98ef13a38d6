package replay

import (
	"io"

	"blkplay/core/fio"
	"blkplay/core/scenario"
	"blkplay/core/trace/gunzip"
)

// jobText returns the text of a fio job file, nil if f is something else. Then f is
// as if nothing had been read.
func jobText(f *File) ([]byte, error) {
	p, err := peek(f.Data)
	if err != nil {
		return nil, err
	}
	f.Data = p
	var plain io.Reader = p
	switch sniff(p.first) {
	case gzipped:
		// What is packed cannot be put back, so a copy of the first bytes is unpacked.
		packed, err := peek(gunzip.NewReader(&peeked{p.first, noMore{}}))
		if sniff(packed.first) != job {
			return nil, nil
		}
		_ = err // the copy ends too early
		plain = gunzip.NewReader(p)
	case job:
	default:
		return nil, nil
	}
	return io.ReadAll(io.LimitReader(plain, fio.TextBytesMax+1))
}

// noMore is the end of a copy.
type noMore struct{}

func (noMore) Read([]byte) (int, error) { return 0, io.EOF }

// convertJob makes a scenario of a job file.
func convertJob(name string, text []byte, opt Options) (*scenario.Scenario, *Report, error) {
	f, err := fio.Parse(text)
	if err != nil {
		return nil, nil, &Error{name, err}
	}
	sc, err := machine(opt)
	if err != nil {
		return nil, nil, err
	}
	notes, err := f.AddTo(sc, longestBio(sc))
	if err != nil {
		return nil, nil, &Error{name, err}
	}
	r := &Report{Format: "fio job file", Tasks: len(sc.Tasks), Bios: int64(sc.Bios()), jobs: len(f.Jobs)}
	for _, n := range append(f.Notes, notes...) {
		r.Notes = append(r.Notes, n.String())
	}
	return sc, r, nil
}
