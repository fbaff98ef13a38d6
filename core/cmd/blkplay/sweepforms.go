package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"blkplay/core"
	"blkplay/core/stats"
	"blkplay/core/sweep"
)

// value is a cell's as people read it; "-" if there was no run.
func (r *sweepResult) value(c *sweep.Cell, metric int) string {
	if c.Values == nil {
		return "-"
	}
	m := stats.Metrics()[metric]
	text := string(m.AppendValue(nil, c.Values[metric]))
	if c.End != core.Complete {
		text += "!"
	}
	return text
}

// text prints a table, x across and y down.
func (r *sweepResult) text(w io.Writer) error {
	m := stats.Metrics()[r.metric]
	rows := [][]string{append([]string{""}, r.x.Values...)}
	for row := range r.sw.Rows() {
		line := []string{""}
		if r.y.Name != "" {
			line[0] = r.y.Values[row]
		}
		for column := range r.sw.Columns() {
			line = append(line, r.value(&r.cells[row*r.sw.Columns()+column], r.metric))
		}
		rows = append(rows, line)
	}
	if _, err := fmt.Fprintf(w, "%s: %s%s\nacross: %s", m.Name, m.Text, unitNote(m.Unit), r.x.Name); err != nil {
		return err
	}
	if r.y.Name != "" {
		fmt.Fprintf(w, ", down: %s", r.y.Name)
	}
	fmt.Fprintln(w)
	return writeColumns(w, rows)
}

func unitNote(u stats.Unit) string {
	if name := u.String(); name != "" {
		return ", " + name
	}
	return ""
}

// writeColumns prints rows with every column as wide as its longest word, to the right.
func writeColumns(w io.Writer, rows [][]string) error {
	wide := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, word := range row {
			wide[i] = max(wide[i], len(word))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, word := range row {
			fmt.Fprintf(&line, "%*s  ", wide[i], word)
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(line.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

// csv prints a line a cell with every metric; times in ns, ratios in thousandths.
func (r *sweepResult) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	head := []string{r.x.Name}
	if r.y.Name != "" {
		head = append(head, r.y.Name)
	}
	for _, m := range stats.Metrics() {
		head = append(head, m.JSONName())
	}
	out.Write(append(head, "end", "error"))
	for i := range r.cells {
		c := &r.cells[i]
		line := []string{r.x.Values[c.Column]}
		if r.y.Name != "" {
			line = append(line, r.y.Values[c.Row])
		}
		for k := range stats.Metrics() {
			if c.Values == nil {
				line = append(line, "")
			} else {
				line = append(line, strconv.FormatInt(c.Values[k], 10))
			}
		}
		out.Write(append(line, endWord(c), errorText(c.Err)))
	}
	out.Flush()
	return out.Error()
}

func endWord(c *sweep.Cell) string {
	switch {
	case c.Err != nil:
		return "refused"
	case c.End == core.Stuck:
		return "stuck"
	case c.End == core.Limited:
		return "limit"
	}
	return "complete"
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// json prints one object: the axes, and the cells row by row with every metric.
func (r *sweepResult) json(w io.Writer) error {
	type axis struct {
		Name   string   `json:"name"`
		Values []string `json:"values"`
	}
	type cell struct {
		Column int              `json:"column"`
		Row    int              `json:"row"`
		End    string           `json:"end"`
		Error  string           `json:"error,omitempty"`
		Values map[string]int64 `json:"values,omitempty"`
	}
	var cells []cell
	for i := range r.cells {
		c := &r.cells[i]
		one := cell{Column: c.Column, Row: c.Row, End: endWord(c), Error: errorText(c.Err)}
		for k, m := range stats.Metrics() {
			if c.Values != nil {
				if one.Values == nil {
					one.Values = map[string]int64{}
				}
				one.Values[m.JSONName()] = c.Values[k]
			}
		}
		cells = append(cells, one)
	}
	var y *axis
	if r.y.Name != "" {
		y = &axis{r.y.Name, r.y.Values}
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "\t")
	return out.Encode(struct {
		X      axis   `json:"x"`
		Y      *axis  `json:"y,omitempty"`
		Metric string `json:"metric"`
		Cells  []cell `json:"cells"`
	}{axis{r.x.Name, r.x.Values}, y, stats.Metrics()[r.metric].Name, cells})
}
