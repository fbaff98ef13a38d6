package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"blkplay/core/scenario"
)

// problem is what is wrong, and where in the text: line and column from 1, 0 is
// nowhere in particular.
type problem struct {
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

// problemsOf tells err as a list.
func problemsOf(err error) []problem {
	var several scenario.Errors
	var one scenario.Error
	switch {
	case errors.As(err, &several):
	case errors.As(err, &one):
		several = scenario.Errors{one}
	default:
		return []problem{{Message: err.Error()}}
	}
	var list []problem
	for _, e := range several {
		list = append(list, problem{e.Line, e.Column, e.Text})
	}
	return list
}

func refuse(w http.ResponseWriter, f format, status int, message string) {
	refuseAll(w, f, status, []problem{{Message: message}})
}

// refuseAll answers with what is wrong: a line each, or {"errors": [...]}.
func refuseAll(w http.ResponseWriter, f format, status int, list []problem) {
	var body []byte
	if f == formatJSON {
		var err error
		body, err = json.Marshal(map[string][]problem{"errors": list})
		if err != nil {
			panic("api: json: " + err.Error())
		}
		body = append(body, '\n')
	} else {
		for _, p := range list {
			e := scenario.Error{Pos: scenario.Pos{Line: p.Line, Column: p.Column}, Text: p.Message}
			body = append(body, e.Error()...)
			body = append(body, '\n')
		}
	}
	send(w, f, status, body)
}

// send writes an answer in one piece. A client that went away is not our trouble.
func send(w http.ResponseWriter, f format, status int, body []byte) {
	w.Header().Set("Content-Type", contentTypes[f])
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body)
}
