package replay

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/gunzip"
	"blkplay/core/trace/iolog"
)

// Source is an opened trace, whatever its format.
type Source struct {
	Format string // in words
	merge  *blktrace.Merge
	text   *blkparse.Reader
	log    *iolog.Reader
	files  []string // names, in the order in which the merge knows them
}

// Error is what is wrong in a file: its text says where.
type Error struct {
	File string // name, "" if it has none
	Err  error
}

func (e *Error) Error() string {
	if e.File == "" {
		return e.Err.Error()
	}
	return e.File + ": " + e.Err.Error()
}

// Unwrap returns the error without the file's name.
func (e *Error) Unwrap() error { return e.Err }

// Open finds out by content what files are: one or more binary files of a trace, or
// one text or log. Any of them may be gzipped. The error says what was found instead,
// and what is accepted.
func Open(files []File) (*Source, error) {
	if len(files) == 0 {
		return nil, errors.New("no file; accepted are " + Accepted)
	}
	s := &Source{}
	for i := range files {
		if err := s.add(&files[i], len(files) > 1); err != nil {
			return nil, &Error{files[i].Name, err}
		}
	}
	if s.merge == nil && s.text == nil && s.log == nil {
		return nil, &Error{files[0].Name, errors.New("the file is empty; accepted are " + Accepted)}
	}
	return s, nil
}

// add opens f, one of several files or the only one.
func (s *Source) add(f *File, several bool) error {
	p, err := peek(f.Data)
	if err != nil {
		return err
	}
	packed := sniff(p.first) == gzipped
	if packed {
		if p, err = peek(gunzip.NewReader(p)); err != nil {
			return err
		}
	}
	switch sniff(p.first) {
	case empty: // as blktrace leaves the file of a CPU without events
		return nil
	case binary:
		return s.addBinary(f, p, blktrace.VersionOf(p.first), several)
	case text:
		return s.addText(f, p)
	case log:
		return s.addLog(f, p)
	case job:
		return errors.New("found a fio job file, which has no events before it is run; make a scenario of it first")
	case gzipped:
		return errors.New("found gzip inside gzip; accepted are " + Accepted)
	}
	found := describe(p.first)
	if packed {
		found += ", inside gzip"
	}
	return errors.New("found " + found + "; accepted are " + Accepted)
}

func (s *Source) addBinary(f *File, data io.Reader, version int, several bool) error {
	if s.text != nil || s.log != nil {
		return errMixed
	}
	if s.merge == nil {
		s.merge = blktrace.NewMerge()
		s.Format = "blktrace binary, version " + strconv.Itoa(version)
	}
	cpu := blktrace.AnyCPU
	if several {
		cpu = f.cpu()
	}
	s.merge.Add(blktrace.NewReader(data), cpu)
	s.files = append(s.files, f.Name)
	return nil
}

func (s *Source) addText(f *File, data io.Reader) error {
	if s.merge != nil || s.text != nil || s.log != nil {
		return errMixed
	}
	s.text = blkparse.NewReader(data)
	s.files = append(s.files, f.Name)
	s.Format = "blkparse text"
	return nil
}

func (s *Source) addLog(f *File, data io.Reader) error {
	if s.merge != nil || s.text != nil || s.log != nil {
		return errMixed
	}
	s.log = iolog.NewReader(data)
	s.files = append(s.files, f.Name)
	s.Format = "fio iolog"
	return nil
}

var errMixed = errors.New("a blkparse text or an iolog stands alone: give it without other traces, or give only binary files")

// Next reads the next event or message into rec, or returns io.EOF or an [Error]
// with the place. rec.Payload is good until the next call.
func (s *Source) Next(rec *blktrace.Record) error {
	if s.merge == nil {
		err := s.single().Next(rec)
		if err != nil && err != io.EOF {
			return &Error{s.files[0], err}
		}
		return err
	}
	err := s.merge.Next(rec)
	if fe, ok := err.(*blktrace.FileError); ok {
		return &Error{s.files[fe.File], fe.Err}
	}
	return err
}

// single returns what reads the only file of a trace that is not binary.
func (s *Source) single() interface{ Next(*blktrace.Record) error } {
	if s.text != nil {
		return s.text
	}
	return s.log
}

// Names are the names of processes found so far.
func (s *Source) Names() blktrace.Names {
	switch {
	case s.text != nil:
		return s.text.Names
	case s.log != nil:
		return s.log.Names
	}
	return s.merge.Names
}

// Name is how the trace is called, as blkparse does: as its files without what tells the
// CPU and the format, or as the summary of a text that was read to its end.
func (s *Source) Name() string {
	if s.text != nil && s.text.Title != "" {
		return s.text.Title
	}
	name := s.files[0]
	name = name[strings.LastIndexByte(name, '/')+1:]
	name = strings.TrimSuffix(name, ".gz")
	if i := strings.LastIndex(name, mark); i > 0 {
		return name[:i]
	}
	for _, ending := range [...]string{".txt", ".v2.iolog", ".iolog", ".blktrace"} {
		if len(name) > len(ending) && strings.HasSuffix(name, ending) {
			return name[:len(name)-len(ending)]
		}
	}
	return name
}

// Report counts what was read so far.
func (s *Source) Report() *blktrace.Report {
	switch {
	case s.text != nil:
		return &s.text.Report
	case s.log != nil:
		return &s.log.Report
	}
	return &s.merge.Report
}
