// Package csv writes a trace as a table, a line an event, for spreadsheets and
// data frames. Times are ns since the start, sectors 512 bytes. A field that an
// event does not have is empty.
//
//	number,time_ns,kind,letter,device,cpu,task,process,rwbs,sector,sectors,arg,bio,request,by,cause,function
//	0,0,queue,Q,"8,0",0,1,dd,W,0,8,,0,,,,
//
// By is the number of the event that led to this one. Events without a letter are
// those that blktrace does not have; what sector and arg are there, and what each
// kind puts into arg, tells package trace.
package csv

import (
	"strconv"
	"strings"

	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

// Head is the first line.
const Head = "number,time_ns,kind,letter,device,cpu,task,process,rwbs,sector,sectors,arg,bio,request,by,cause,function\n"

// Row is what an event is to be told with.
type Row struct {
	Event   *trace.Event
	Number  int // in its trace, from 0
	Device  blktrace.Device
	CPU     int
	PID     uint32
	Process string
}

// Append appends r's line.
func (r *Row) Append(b []byte) []byte {
	e := r.Event
	b = appendInt(b, int64(r.Number))
	b = appendInt(b, e.Time)
	b = appendText(b, e.Kind.Name())
	b = appendText(b, e.Kind.Letter())
	b = append(b, '"')
	b = strconv.AppendUint(b, uint64(r.Device.Major()), 10)
	b = append(b, ',')
	b = strconv.AppendUint(b, uint64(r.Device.Minor()), 10)
	b = append(b, `",`...)
	b = appendInt(b, int64(r.CPU))
	b = appendInt(b, int64(r.PID))
	b = appendText(b, r.Process)
	if e.Kind.Traced() {
		b = e.RWBS.Append(b)
	}
	b = append(b, ',')
	b = appendInt(b, e.Sector)
	b = appendInt(b, int64(e.Sectors))
	b = appendNonzero(b, e.Arg)
	b = appendNumber(b, e.Bio)
	b = appendNumber(b, e.Req)
	b = appendNumber(b, e.By)
	rule := e.Cause.Rule()
	b = appendText(b, rule.Name)
	b = appendText(b, rule.Func)
	b[len(b)-1] = '\n'
	return b
}

func appendInt(b []byte, n int64) []byte { return append(strconv.AppendInt(b, n, 10), ',') }

func appendNonzero(b []byte, n int64) []byte {
	if n == 0 {
		return append(b, ',')
	}
	return appendInt(b, n)
}

// appendNumber appends the number of a thing, nothing for [trace.None].
func appendNumber(b []byte, n int32) []byte {
	if n == trace.None {
		return append(b, ',')
	}
	return appendInt(b, int64(n))
}

// appendText appends s, quoted where it must be. What a spreadsheet would take for a
// formula, as a process may be called, gets an apostrophe before it.
func appendText(b []byte, s string) []byte {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		s = "'" + s
	}
	if strings.ContainsAny(s, ",\"\r\n") {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return append(append(b, s...), ',')
}
