package abi

// Numbers are little-endian. A text is its length in bytes (u32) and UTF-8; a
// list is its length (u32) and its entries.

// Writer appends what the page reads.
type Writer struct{ B []byte }

// U32 appends the low 32 bits of v.
func (w *Writer) U32(v int) { w.B = append(w.B, byte(v), byte(v>>8), byte(v>>16), byte(v>>24)) }

// I64 appends v.
func (w *Writer) I64(v int64) {
	w.U32(int(uint32(v)))
	w.U32(int(uint32(v >> 32)))
}

// Text appends s with its length.
func (w *Writer) Text(s string) {
	w.U32(len(s))
	w.B = append(w.B, s...)
}

// Bytes appends b with its length.
func (w *Writer) Bytes(b []byte) {
	w.U32(len(b))
	w.B = append(w.B, b...)
}

// Texts appends a list of texts.
func (w *Writer) Texts(list []string) {
	w.U32(len(list))
	for _, s := range list {
		w.Text(s)
	}
}

// Messages appends a list of what is wrong.
func (w *Writer) Messages(list []Message) {
	w.U32(len(list))
	for _, m := range list {
		w.U32(m.Line)
		w.U32(m.Column)
		w.Text(m.Text)
	}
}

// Reader takes apart what the page wrote. Once bytes are missing it is Short, and
// gives zeros.
type Reader struct {
	B     []byte
	Short bool
}

func (r *Reader) take(n int) []byte {
	if n < 0 || n > len(r.B) {
		r.Short, r.B = true, nil
		return nil
	}
	b := r.B[:n]
	r.B = r.B[n:]
	return b
}

// U32 takes a number of 32 bits.
func (r *Reader) U32() int {
	if b := r.take(4); b != nil {
		return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 | int(b[3])<<24
	}
	return 0
}

// Bytes takes bytes that have their length before them; they lie where they were.
func (r *Reader) Bytes() []byte { return r.take(r.U32()) }

// Text takes a text.
func (r *Reader) Text() string { return string(r.Bytes()) }
