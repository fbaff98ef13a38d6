// Package export writes a run, or a real trace, in each of the formats that other
// tools read. A format is known by the ending of a file's name.
//
//	scenario ── Play ──▶ records ── Writer ──▶ .txt .blktrace.0 .iolog .json .csv .svg
//	trace ── Source ──▶ records ── RecordWriter ──▶ .txt .iolog .json .csv .svg
package export

import (
	"io"
	"strings"

	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/iolog"
)

// BinaryEnding is that of blktrace's file of CPU 0.
const BinaryEnding = ".blktrace.0"

// MergedEnding is that of a binary file with the records of all CPUs, in order, as btt and
// fio want one (blkparse reads it on standard input).
const MergedEnding = ".blktrace"

// Format is a way to write a trace.
type Format struct {
	Ending string // of the file's name
	// Run begins to write a scenario's run.
	Run func(io.Writer, *scenario.Scenario) Writer
	// Trace begins to write a real trace as one file; nil if it needs what only a run has.
	Trace func(io.Writer, blktrace.Names) RecordWriter
}

// Writer takes the records of a run slice by slice, and is told when it is over.
type Writer struct {
	Take Sink
	End  func() error
	// Called says how the trace is called, before End; nil where no format of it would tell.
	Called func(name string)
}

// RecordWriter takes the records of a trace one by one, and is told when it is over.
type RecordWriter struct {
	Take   func(*blktrace.Record) error
	End    func() error
	Called func(name string) // see [Writer]
}

// Name is how a trace is called if nobody says so.
const Name = "blkplay"

// formats lists the endings; of two that fit a name the first is meant.
var formats = []Format{
	{".txt", runText, traceText},
	{BinaryEnding, runBinary, nil}, // a real trace has a file for each CPU
	{MergedEnding, runBinary, traceMerged},
	{".v2.iolog", runIolog(iolog.Version2), traceIolog(iolog.Version2)},
	{".iolog", runIolog(iolog.Version3), traceIolog(iolog.Version3)},
	{".json", runChrome, traceChrome},
	{".csv", runCSV, traceCSV},
	{".svg", runPicture, tracePicture},
}

// FormatOf returns the format for a file's name, with or without .gz; nil if there is none.
func FormatOf(name string) *Format {
	name = strings.TrimSuffix(name, ".gz")
	for i := range formats {
		if strings.HasSuffix(name, formats[i].Ending) {
			return &formats[i]
		}
	}
	return nil
}

// RunEndings lists what a run can be written as, for a message.
func RunEndings() string {
	var list []string
	for i := range formats {
		list = append(list, formats[i].Ending)
	}
	return strings.Join(list, ", ")
}

// TraceEndings lists what a real trace can be written as, for a message.
func TraceEndings() string {
	var list []string
	for i := range formats {
		if formats[i].Trace != nil || formats[i].Ending == BinaryEnding {
			list = append(list, formats[i].Ending)
		}
	}
	return strings.Join(list, ", ")
}
