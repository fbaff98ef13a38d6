package blkparse

import "strconv"

// Error is what is wrong in a text, and where: line and column count from 1.
type Error struct {
	Line, Column int
	Text         string
}

// Place is where the error is.
func (e *Error) Place() (line, column int) { return e.Line, e.Column }

func (e *Error) Error() string {
	return "line " + strconv.Itoa(e.Line) + ", column " + strconv.Itoa(e.Column) + ": " + e.Text
}
