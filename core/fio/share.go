package fio

import "strings"

// shares are what a job says in percent: of its file, and of its size.
type shares struct {
	size, offset, ioSize int64 // percent; 0: said otherwise
	line                 int   // the last that says one of the first two
}

// sizeOrShare makes a reader of a size, or of a share in percent.
func sizeOrShare(field func(*settings) *int64, share func(*settings) *int64) func(*File, *settings, *option) string {
	return func(_ *File, s *settings, o *option) (wrong string) {
		*field(s), *share(s) = 0, 0
		digits, percent := strings.CutSuffix(strings.TrimSpace(o.value), "%")
		if !percent {
			*field(s), wrong = size(o.value)
			return wrong
		}
		if *share(s), wrong = count(digits, 0, 100); wrong != "" {
			return "a share is from 0% to 100%"
		}
		if share(s) != &s.shares.ioSize {
			s.shares.line = o.line
		}
		return ""
	}
}

// resolve makes bytes of the shares. A file whose size is not said has a GiB.
func (f *File) resolve(j *Job) {
	s := &j.settings
	file := s.fileSize
	if s.shares.size > 0 || s.shares.offset > 0 {
		if file == 0 {
			file = defaultRegion
			f.note(s.shares.line, "job "+j.Name+": the size of its file is not known here; its share is of a GiB")
		}
		if s.shares.offset > 0 {
			s.offset = share(file, s.shares.offset) / sectorBytes * sectorBytes
		}
		if s.shares.size > 0 {
			s.size = max(share(file, s.shares.size), 1)
		}
	}
	if s.size == 0 && s.fileSize > s.offset {
		s.size = s.fileSize - s.offset
	}
	if s.shares.ioSize > 0 {
		s.ioSize = max(share(s.region(), s.shares.ioSize), 1)
	}
}

func share(bytes, percent int64) int64 { return bytes/100*percent + bytes%100*percent/100 }
