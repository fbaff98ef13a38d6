package blktrace

import "strconv"

// Error is what is wrong in a file, and where.
type Error struct {
	Offset int64 // byte of the file, from 0
	Text   string
}

func (e *Error) Error() string { return "byte " + strconv.FormatInt(e.Offset, 10) + ": " + e.Text }
