package fio

import (
	"bytes"
	"strconv"
)

// TextBytesMax is the size of the longest job file that is read.
const TextBytesMax = 1 << 20

// Error is what is wrong in a job file, and in which line, from 1.
type Error struct {
	Line int
	Text string
}

func (e *Error) Error() string { return "line " + strconv.Itoa(e.Line) + ": " + e.Text }

// Note is what in a job file is not done here, or otherwise than fio does it.
type Note struct {
	Line int // 0: the file as a whole
	Text string
}

func (n Note) String() string {
	if n.Line == 0 {
		return n.Text
	}
	return "line " + strconv.Itoa(n.Line) + ": " + n.Text
}

// option is a line of a section.
type option struct {
	name, value string
	set         bool // there is a value
	line        int
}

// section is a job, or settings for those that follow.
type section struct {
	name    string
	line    int
	options []option
}

// Is reports whether a file that begins so is a job file: its first line that is
// no comment names a section.
func Is(first []byte) bool {
	for len(first) > 0 {
		line, rest, whole := bytes.Cut(first, []byte("\n"))
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0 || comment(line):
			first = rest
			continue
		case !whole: // perhaps cut off in what follows the name
			line = line[:bytes.IndexByte(line, ']')+1]
			if len(line) == 0 {
				return false
			}
		}
		_, ok := sectionName(line)
		return ok
	}
	return false
}

func comment(line []byte) bool { return line[0] == '#' || line[0] == ';' }

// sectionName returns the name in brackets that line is.
func sectionName(line []byte) (name string, ok bool) {
	end := bytes.IndexByte(line, ']')
	if line[0] != '[' || end < 2 {
		return "", false
	}
	rest := bytes.TrimSpace(line[end+1:])
	if len(rest) > 0 && !comment(rest) || !printable(line[1:end]) {
		return "", false
	}
	// A JSON array, too, begins with a bracket.
	return string(line[1:end]), line[1] != '"' && line[1] != '{' && line[1] != '['
}

func printable(b []byte) bool {
	for _, c := range b {
		if c < ' ' || c == 0x7f {
			return false
		}
	}
	return true
}

// sections cuts a text into its sections.
func sections(text []byte) (list []section, err *Error) {
	if len(text) > TextBytesMax {
		return nil, &Error{1, "the file has more than " + strconv.Itoa(TextBytesMax) + " bytes; no job file has"}
	}
	for number := 1; len(text) > 0; number++ {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		text = rest
		line = bytes.TrimSpace(line)
		if len(line) == 0 || comment(line) {
			continue
		}
		if !printable(line) {
			return nil, &Error{number, "found " + quoted(string(line)) + ", which is no text"}
		}
		if line[0] == '[' {
			name, ok := sectionName(line)
			if !ok {
				return nil, &Error{number, "found " + quoted(string(line)) + ", want a section such as [job1]"}
			}
			list = append(list, section{name: name, line: number})
			continue
		}
		if len(list) == 0 {
			return nil, &Error{number, "found " + quoted(string(line)) + " before any section; a job begins with its name, as in [job1]"}
		}
		s := &list[len(list)-1]
		s.options = append(s.options, optionOf(line, number))
	}
	if len(list) == 0 {
		return nil, &Error{1, "there is no section; a job begins with its name, as in [job1]"}
	}
	return list, nil
}

// optionOf cuts a line at its first equals sign.
func optionOf(line []byte, number int) option {
	name, value, set := bytes.Cut(line, []byte("="))
	return option{string(bytes.TrimSpace(name)), string(bytes.TrimSpace(value)), set, number}
}

// quoted returns what was found as messages have it.
func quoted(s string) string {
	const most = 40
	if len(s) > most {
		return strconv.Quote(s[:most]) + "..."
	}
	return strconv.Quote(s)
}
