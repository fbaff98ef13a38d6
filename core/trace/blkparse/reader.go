package blkparse

import (
	"bytes"
	"io"

	"blkplay/core/trace/blktrace"
)

// Reader reads the events and messages of a text. What blkparse prints after
// them, the summary, ends the events; its lines are counted, not read.
//
// A text tells less than the binary: lengths are whole sectors, times count from
// the first event, and of the names only those that lines show.
type Reader struct {
	Names blktrace.Names
	blktrace.Counter
	Summary int    // lines of summary
	Title   string // how the summary calls the trace, "" if there is none

	lastPID  uint32
	lastComm string

	lines  lines
	parse  parser
	failed error
}

// NewReader returns a reader of the text that src gives.
func NewReader(src io.Reader) *Reader {
	return &Reader{Names: blktrace.Names{}, lines: lines{src: src}}
}

// Next reads the next event or message into rec. It returns io.EOF after the last,
// an [Error] for a line that is not blkparse's, and src's error if that fails. After an
// error it returns the same again. rec.Payload is good until the next call.
func (r *Reader) Next(rec *blktrace.Record) error {
	if r.failed == nil {
		r.failed = r.next(rec)
	}
	return r.failed
}

func (r *Reader) next(rec *blktrace.Record) error {
	for {
		line, err := r.lines.next()
		if err != nil {
			return err
		}
		switch {
		case beginsWithDigit(line): // as events do, and no summary does
		case len(bytes.TrimSpace(line)) == 0:
			continue
		case isSummary(line):
			r.Summary++
			r.skips(line)
			r.title(line)
			continue
		}
		r.parse.cursor = cursor{line: line}
		comm, wrong := r.parse.event(rec)
		if wrong != "" {
			return &Error{r.lines.number, r.parse.wrongAt() + 1, wrong}
		}
		r.name(rec.PID, comm)
		r.Count(rec)
		return nil
	}
}

func (r *Reader) name(pid uint32, comm []byte) {
	if pid == r.lastPID && string(comm) == r.lastComm {
		return // nothing new: most lines are so
	}
	if len(comm) > 0 && string(comm) != Unnamed && !r.Names.AddBytes(pid, comm) {
		r.Report.Renamed++
		return
	}
	if len(comm) > 0 {
		r.lastPID, r.lastComm = pid, r.Names[pid]
	}
}

// title reads "CPU0 (NAME):".
func (r *Reader) title(line []byte) {
	if r.Title != "" || !bytes.HasPrefix(line, []byte("CPU")) || !bytes.HasSuffix(line, []byte("):")) {
		return
	}
	if _, name, ok := bytes.Cut(line, []byte(" (")); ok {
		r.Title = string(name[:len(name)-2])
	}
}

// skips reads "Skips: 3 forward (1,234 -   5.0%)": records that blkparse missed.
func (r *Reader) skips(line []byte) {
	c := cursor{line: line}
	if !c.accept("Skips:") {
		return
	}
	if _, ok := c.number(1<<62 - 1); !ok || !c.accept("forward") || !c.accept("(") {
		return
	}
	n := int64(0)
	for c.blanks(); c.at < len(c.line) && n < 1<<56; c.at++ {
		switch d := c.line[c.at]; {
		case '0' <= d && d <= '9':
			n = n*10 + int64(d-'0')
		case d != ',':
			r.Report.Skipped += n
			return
		}
	}
}

// summaryStarts are how the lines of the summary begin, after blanks, and what else
// blkparse says to those who look on.
var summaryStarts = [...]string{
	"CPU", "Total (", "Reads ", "Read ", "Writes ", "PC ", "IO unplugs:",
	"Throughput (", "Events (", "Skips:", "Input file ", "discarded traces containing ",
	"Bad fs action ", "Bad pc action ", "cpu ",
}

func beginsWithDigit(line []byte) bool {
	for _, c := range line {
		if c != ' ' {
			return '0' <= c && c <= '9'
		}
	}
	return false
}

func isSummary(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	for _, s := range summaryStarts {
		if len(line) >= len(s) && string(line[:len(s)]) == s {
			return true
		}
	}
	return false
}
