package iolog

import (
	"bufio"
	"bytes"
	"io"
	"math"
	"strconv"

	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

// Reader reads a log as the Q records of a trace, streaming. Files are devices
// 8,0, 8,16 and so on in order of their names' first use; a log tells no process,
// so that all is process 1, called fio.
type Reader struct {
	Names  blktrace.Names
	Report blktrace.Report

	// Unaligned counts I/Os that begin or end inside a sector; they are cut to
	// whole sectors. Waits counts waits of a log of version 3, which fio passes over.
	Unaligned, Waits int64

	in      *bufio.Scanner
	line    int
	version int
	files   map[string]blktrace.Device
	now     uint64 // us; version 2: what all waits so far come to
	seq     uint32
	failed  error
}

// Limits of what is read: no log of fio has more.
const (
	lineBytes = 8 << 10
	filesMax  = 4096
)

// pid and name of the one process.
const (
	pid  = 1
	comm = "fio"
)

// Error is what is wrong in a log, and in which line, from 1.
type Error struct {
	Line int
	Text string
}

func (e *Error) Error() string { return "line " + strconv.Itoa(e.Line) + ": " + e.Text }

// Is reports whether a file that begins so is a log, of any version.
func Is(first []byte) bool { return bytes.HasPrefix(first, []byte("fio version ")) }

// NewReader returns a reader of the log that src gives.
func NewReader(src io.Reader) *Reader {
	in := bufio.NewScanner(src)
	in.Buffer(make([]byte, 0, lineBytes), lineBytes)
	return &Reader{in: in, Names: blktrace.Names{pid: comm}, files: map[string]blktrace.Device{}}
}

// Next reads the next I/O into rec. It returns io.EOF after the last one, an
// [Error] where the log is not as it should be, and src's error if that fails.
// After an error it returns the same again.
func (r *Reader) Next(rec *blktrace.Record) error {
	for r.failed == nil {
		if !r.in.Scan() {
			r.failed = r.end()
			break
		}
		r.line++
		if r.line == 1 {
			r.failed = r.first(r.in.Bytes())
			continue
		}
		var there bool
		if there, r.failed = r.read(rec, bytes.Fields(r.in.Bytes())); there {
			r.Report.Count(rec)
			return nil
		}
	}
	return r.failed
}

func (r *Reader) end() error {
	switch err := r.in.Err(); {
	case err == bufio.ErrTooLong:
		return &Error{r.line + 1, "a line of more than " + strconv.Itoa(lineBytes) + " bytes"}
	case err != nil:
		return err
	case r.line == 0:
		return &Error{1, "an empty file; a log begins `" + heads[Version3] + "`"}
	}
	return io.EOF
}

func (r *Reader) first(line []byte) error {
	for version, head := range heads {
		if string(bytes.TrimRight(line, " \t\r")) == head {
			r.version = version
			return nil
		}
	}
	return &Error{1, "found " + quoted(line) + "; a log begins `" + heads[Version2] + "` or `" + heads[Version3] + "`"}
}

func (r *Reader) fail(text string) error { return &Error{r.line, text} }

// read reads a line's words, and reports whether they are an I/O.
func (r *Reader) read(rec *blktrace.Record, words [][]byte) (there bool, err error) {
	if len(words) == 0 {
		return false, nil
	}
	time := r.now
	if r.version == Version3 {
		var ok bool
		if time, ok = number(words[0]); !ok || time > math.MaxInt64/1000 {
			return false, r.fail("found " + quoted(words[0]) + ", want a time in microseconds")
		}
		words = words[1:]
	}
	if len(words) < 2 {
		return false, r.fail("want a file and an action")
	}
	device, err := r.file(words[0])
	if err != nil {
		return false, err
	}
	switch action := string(words[1]); action {
	case "add", "open", "close":
		if len(words) != 2 {
			return false, r.fail(action + " takes no number")
		}
		return false, nil
	case "read", "write", "trim", "sync", "datasync", "wait":
		if len(words) != 4 {
			return false, r.fail(action + " wants an offset and a length, found " + strconv.Itoa(len(words)-2) + " words")
		}
		offset, ok := number(words[2])
		length, ok2 := number(words[3])
		if !ok || !ok2 {
			return false, r.fail("found " + quoted(words[2]) + " " + quoted(words[3]) + ", want an offset and a length in bytes")
		}
		if action == "wait" {
			return false, r.wait(offset)
		}
		return true, r.io(rec, action, device, time, offset, length)
	}
	return false, r.fail("found " + quoted(words[1]) + "; possible are add, open, close, read, write, trim, sync, datasync, wait")
}

func (r *Reader) wait(us uint64) error {
	if r.version == Version3 {
		r.Waits++
		return nil
	}
	const most = math.MaxInt64 / 1000
	if us > most || r.now+us > most {
		return r.fail("waits come to more than 292 years")
	}
	r.now += us
	return nil
}

// file returns the device that stands for a file.
func (r *Reader) file(name []byte) (blktrace.Device, error) {
	if d, ok := r.files[string(name)]; ok {
		return d, nil
	}
	if len(r.files) >= filesMax {
		return 0, r.fail("more than " + strconv.Itoa(filesMax) + " files")
	}
	d := blktrace.MakeDevice(8, uint32(16*len(r.files)))
	r.files[string(name)] = d
	return d, nil
}

func (r *Reader) io(rec *blktrace.Record, action string, device blktrace.Device, us, offset, length uint64) error {
	if length > math.MaxUint32 || offset > math.MaxInt64-length {
		return r.fail("found " + action + " of " + strconv.FormatUint(length, 10) + " bytes at " +
			strconv.FormatUint(offset, 10) + "; at most 4 GiB below 8 EiB are read")
	}
	var f trace.RWBS
	switch action {
	case "write":
		f = trace.Write
	case "trim":
		f = trace.Discard | trace.Write
	case "sync", "datasync":
		f, offset, length = trace.Flush|trace.Write|trace.Sync, 0, 0
	}
	if offset%512 != 0 || length%512 != 0 {
		r.Unaligned++
	}
	r.seq++
	*rec = blktrace.Record{
		Time: us * 1000, Sector: offset / 512, Bytes: uint32(length), Seq: r.seq, PID: pid, Device: device,
		Action: blktrace.Queue, Category: blktrace.CategoryOf(blktrace.Queue, f),
	}
	return nil
}

func number(word []byte) (n uint64, ok bool) {
	n, err := strconv.ParseUint(string(word), 10, 64)
	return n, err == nil
}

// quoted returns what was found as messages have it.
func quoted(word []byte) string {
	const most = 40
	if len(word) > most {
		return strconv.Quote(string(word[:most])) + "..."
	}
	return strconv.Quote(string(word))
}
