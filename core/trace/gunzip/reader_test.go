package gunzip

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func pack(t testing.TB, level int, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	w.Name, w.Comment, w.Extra = "a name", "a comment", []byte("extra")
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// contents of every kind: stored, short and long codes, far and overlapping copies.
func contents() map[string][]byte {
	noise := make([]byte, 200_000)
	x := uint32(1)
	for i := range noise {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		noise[i] = byte(x)
	}
	skewed := make([]byte, 300_000) // codes of up to 15 bits
	for i := range skewed {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		n := byte(0)
		for v := x; v&1 == 1 && n < 30; v >>= 1 {
			n++
		}
		skewed[i] = n
	}
	far := append(append(bytes.Clone(noise[:40_000]), noise[:1000]...), noise[8_000:9_000]...)
	far = append(far, far[len(far)-32768:len(far)-32768+300]...)
	return map[string][]byte{
		"nothing": nil, "a byte": {'x'}, "text": []byte(strings.Repeat("a line of text\n", 5000)),
		"zeroes": make([]byte, 100_000), "noise": noise, "skewed": skewed, "far": far,
	}
}

func TestUnpacksWhatGzipPacks(t *testing.T) {
	for name, data := range contents() {
		for _, level := range []int{flate.HuffmanOnly, flate.NoCompression, flate.BestSpeed, 6, flate.BestCompression} {
			got, err := io.ReadAll(NewReader(bytes.NewReader(pack(t, level, data))))
			if err != nil || !bytes.Equal(got, data) {
				t.Errorf("%s, level %d: %d bytes of %d, %v", name, level, len(got), len(data), err)
			}
		}
	}
}

func TestMembersFollowEachOther(t *testing.T) {
	file := append(pack(t, 6, []byte("one ")), append(pack(t, 6, nil), pack(t, 9, []byte("two"))...)...)
	got, err := io.ReadAll(NewReader(bytes.NewReader(file)))
	if err != nil || string(got) != "one two" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestSmallReads(t *testing.T) {
	data := contents()["text"]
	r := NewReader(&oneByte{pack(t, 9, data)})
	var got []byte
	b := make([]byte, 7)
	for {
		n, err := r.Read(b)
		got = append(got, b[:n]...)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(got, data) {
		t.Error("other bytes")
	}
}

type oneByte struct{ data []byte }

func (s *oneByte) Read(b []byte) (int, error) {
	if len(s.data) == 0 {
		return 0, io.EOF
	}
	n := copy(b[:1], s.data)
	s.data = s.data[n:]
	return n, nil
}

var badFiles = []struct{ name, file, want string }{
	{"empty", "", "gzip, byte 0: the file is cut off"},
	{"foreign", "PK\x03\x04", "byte 1: no gzip member here"},
	{"not deflated", "\x1f\x8b\x07" + strings.Repeat("\x00", 20), "the data is not deflated"},
	{"flags", "\x1f\x8b\x08\xe0" + strings.Repeat("\x00", 20), "unknown flags"},
	{"header cut", "\x1f\x8b\x08\x00\x00", "the file is cut off"},
	{"name without end", "\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\x00abc", "byte 13: the file is cut off"},
	{"block type 3", member("\x07"), "byte 10: there is no block of type 3"},
	{"stored lengths", member("\x01\x05\x00\x05\x00hello"), "a stored block has two lengths"},
	{"stored cut", member("\x01\x05\x00\xfa\xffhel"), "byte 18: the file is cut off"},
	{"copy from before", member("\x03\x02\x00"), "byte 11: a copy from before the beginning"},
	{"checksum", member("\x01\x01\x00\xfe\xffx") + "\x00\x00\x00\x00\x01\x00\x00\x00", "its checksum differs"},
	{"length", member("\x01\x01\x00\xfe\xffx") + "\x83\x16\xdc\x8c\x02\x00\x00\x00", "its length differs"},
	{"no trailer", member("\x01\x01\x00\xfe\xffx"), "the file is cut off"},
	{"trailing garbage", member("\x01\x01\x00\xfe\xffx") + "\x83\x16\xdc\x8c\x01\x00\x00\x00garbage", "no gzip member here"},
}

func member(data string) string { return "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x00" + data }

func TestBadFilesAreToldWithTheirPlace(t *testing.T) {
	for _, x := range badFiles {
		t.Run(x.name, func(t *testing.T) {
			r := NewReader(strings.NewReader(x.file))
			_, err := io.ReadAll(r)
			var place *Error
			if !errors.As(err, &place) || !strings.Contains(err.Error(), x.want) {
				t.Errorf("got %v, want %s", err, x.want)
			}
			if _, again := r.Read(make([]byte, 1)); again != err {
				t.Errorf("then %v", again)
			}
		})
	}
}

func TestErrorsOfTheSourceAreHandedOn(t *testing.T) {
	broken := errors.New("broken")
	file := pack(t, 6, contents()["text"])
	_, err := io.ReadAll(NewReader(io.MultiReader(bytes.NewReader(file[:100]), failing{broken})))
	if err != broken {
		t.Error(err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// Whatever the bytes: the same as the standard library's reader, but for the words.
func FuzzReader(f *testing.F) {
	for _, x := range badFiles {
		f.Add([]byte(x.file))
	}
	for _, data := range contents() {
		file := pack(f, 9, data[:min(len(data), 3000)])
		f.Add(file)
		f.Add(file[:len(file)/2])
		for _, bit := range []int{80, 90, 200, 301, 402, 777} {
			if bit/8 < len(file) {
				flipped := bytes.Clone(file)
				flipped[bit/8] ^= 1 << (bit % 8)
				f.Add(flipped)
			}
		}
	}
	paths, _ := filepath.Glob("../../testdata/traces/*/*.0.gz")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:min(len(data), 5000)])
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := io.ReadAll(NewReader(bytes.NewReader(file)))
		var want []byte
		z, wantErr := gzip.NewReader(bytes.NewReader(file))
		if wantErr == nil {
			want, wantErr = io.ReadAll(z)
		}
		if err == nil && errors.Is(wantErr, gzip.ErrHeader) {
			return // the header's own checksum is not looked at, and its names may be of any length
		}
		if err != nil && strings.Contains(err.Error(), "unknown flags") {
			return // the library reads on, though the format says that these change what follows
		}
		if (err == nil) != (wantErr == nil) || err == nil && !bytes.Equal(got, want) {
			t.Errorf("%d bytes, %v; want %d, %v", len(got), err, len(want), wantErr)
		}
	})
}

func BenchmarkReader(b *testing.B) {
	data := contents()["skewed"]
	file := pack(b, 6, data)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := io.Copy(io.Discard, NewReader(bytes.NewReader(file))); err != nil {
			b.Fatal(err)
		}
	}
}
