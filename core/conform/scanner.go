package conform

import (
	"errors"
	"strconv"
)

// scanner reads the JSON of a golden case without reflection: its arrays are flat,
// its words have no escapes, and a file has up to a million of them. The first
// thing wrong is kept; from then on nothing is read.
type scanner struct {
	text []byte
	at   int
	err  error
}

func (s *scanner) skip() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\n', '\r', ',':
			s.at++
		default:
			return
		}
	}
}

// take consumes c if it comes next.
func (s *scanner) take(c byte) bool {
	s.skip()
	if s.at < len(s.text) && s.text[s.at] == c {
		s.at++
		return true
	}
	return false
}

func (s *scanner) need(c byte) {
	if !s.take(c) {
		s.fail("not a golden case: " + string(c) + " is missing")
	}
}

func (s *scanner) fail(what string) {
	if s.err == nil {
		s.err = errors.New("column " + strconv.Itoa(s.at+1) + ": " + what)
	}
	s.at = len(s.text)
}

func (s *scanner) int() int64 {
	s.skip()
	from := s.at
	for s.at < len(s.text) && (s.text[s.at] == '-' || s.text[s.at]-'0' < 10) {
		s.at++
	}
	n, err := strconv.ParseInt(string(s.text[from:s.at]), 10, 64)
	if err != nil {
		s.fail("a number is missing")
	}
	return n
}

// bool reads true or false.
func (s *scanner) bool() bool {
	s.skip()
	for _, word := range [...]string{"true", "false"} {
		if len(s.text)-s.at >= len(word) && string(s.text[s.at:s.at+len(word)]) == word {
			s.at += len(word)
			return word == "true"
		}
	}
	s.fail("true or false is missing")
	return false
}

// string reads a string without escapes, which golden words never have.
func (s *scanner) string() string {
	s.need('"')
	from := s.at
	for s.at < len(s.text) && s.text[s.at] != '"' {
		s.at++
	}
	if s.at >= len(s.text) {
		s.fail("a word has no end")
		return ""
	}
	s.at++
	return string(s.text[from : s.at-1])
}

// each calls f for every element of the array that comes next.
func (s *scanner) each(f func()) {
	s.need('[')
	for s.err == nil && !s.take(']') {
		f()
	}
}

// members calls f for every member of the object that comes next; f reads the value.
func (s *scanner) members(f func(name string)) {
	s.need('{')
	for s.err == nil && !s.take('}') {
		name := s.string()
		s.need(':')
		f(name)
	}
}

// pair reads an array of two numbers.
func (s *scanner) pair() (p [2]int64) {
	s.need('[')
	p[0], p[1] = s.int(), s.int()
	s.need(']')
	return p
}
