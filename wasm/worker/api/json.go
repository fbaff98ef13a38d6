package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"

	"blkplay/wasm/worker/store"
)

// trouble is a refusal with its status.
type trouble struct {
	status int
	text   string
}

func (t trouble) Error() string { return t.text }

func refusal(status int, format string, args ...any) error {
	return trouble{status, fmt.Sprintf(format, args...)}
}

// tellTrouble answers with what went wrong.
func tellTrouble(w http.ResponseWriter, f format, err error) {
	var t trouble
	switch {
	case errors.As(err, &t):
		refuse(w, f, t.status, t.text)
	case errors.Is(err, store.ErrNone):
		refuse(w, f, http.StatusNotFound, err.Error())
	case errors.Is(err, store.ErrFull):
		refuse(w, f, http.StatusConflict, fmt.Sprintf("the board is full: it takes %d results", store.ResultsMax))
	default:
		refuse(w, f, http.StatusBadGateway, "what is kept cannot be had now; try again later")
	}
}

// tell answers with v as JSON.
func tell(w http.ResponseWriter, status int, v any) {
	body, err := json.Marshal(v)
	if err != nil {
		panic("api: json: " + err.Error())
	}
	send(w, formatJSON, status, append(body, '\n'))
}

// take reads a request's JSON body of at most bytesMax into v. A field that v
// lacks is refused: it would be lost without a word.
func take(r *http.Request, bytesMax int64, v any) error {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return refusal(http.StatusUnsupportedMediaType, "this is sent as application/json")
	}
	body := &io.LimitedReader{R: r.Body, N: bytesMax + 1}
	decoder := json.NewDecoder(body)
	decoder.DisallowUnknownFields()
	err := decoder.Decode(v)
	if err == nil {
		_, err = decoder.Token()
		if err == io.EOF {
			err = nil
		} else {
			err = errors.New("something stands after the object")
		}
	}
	switch {
	case body.N <= 0:
		return refusal(http.StatusRequestEntityTooLarge, "this is longer than %d bytes", bytesMax)
	case err != nil:
		return refusal(http.StatusBadRequest, "this is not the JSON that is expected here: %v", err)
	}
	return nil
}
