package link

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
)

// faults are the page's words for why a link does not open.
var faults = map[string]error{"": nil, "newer": ErrNewer, "cut": ErrCut, "damaged": ErrDamaged, "large": ErrLarge, "long": ErrLarge}

// Links that people have must open for ever, here as on the page.
func TestGoldenLinks(t *testing.T) {
	f, err := os.Open("../../../web/share/links.golden.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		var golden struct {
			What, Link, Fault string
			Is                struct{ Text string }
		}
		if err := json.Unmarshal(lines.Bytes(), &golden); err != nil {
			t.Fatal(err)
		}
		n++
		if text, err := Unpack(golden.Link, 1<<20); !errors.Is(err, faults[golden.Fault]) || text != golden.Is.Text {
			t.Errorf("%s: %v, %q", golden.What, err, text)
		}
	}
	if n < 3 || lines.Err() != nil {
		t.Errorf("%d links, %v", n, lines.Err())
	}
}

const small = "#b1.4ypLLSrOzM9TMOTKTi3KS81RMNIz0zMy4SpJLM5WMORSUCgvyixJVTBQ0LbgAgA.dYme"

func TestLinksThatDoNotOpen(t *testing.T) {
	for fragment, want := range map[string]error{
		"":                                       ErrNone,
		"#top":                                   ErrNone,
		"#b1":                                    ErrNone,
		"#b2.AAAA.AAAA":                          ErrNewer,
		small[:len(small)-5]:                     ErrCut,
		small[:len(small)-1] + "f":               ErrDamaged,
		"#b1.AAAA.dYme":                          ErrDamaged,
		"#u1.AAAA.dYme":                          ErrDamaged,
		"#b1.A.dYme":                             ErrDamaged,
		"#text=" + strings.Repeat("a", CharsMax): ErrLarge,
	} {
		if text, err := Unpack(fragment, 1<<20); !errors.Is(err, want) {
			t.Errorf("%.40q: %v, %q; want %v", fragment, err, text, want)
		}
	}
	if _, err := Unpack(small, 10); !errors.Is(err, ErrLarge) {
		t.Errorf("10 bytes were enough: %v", err)
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(small)
	f.Add("#text=version%201%0A&at=5ms")
	f.Add("#u1.AAo.AAAA")
	f.Fuzz(func(t *testing.T, fragment string) {
		const most = 4096
		if text, err := Unpack(fragment, most); err == nil && len(text) > most {
			t.Errorf("%d bytes", len(text))
		}
	})
}
