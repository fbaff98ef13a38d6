package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"

	"blkplay/core/realkernel"
)

// recipeCommand writes how a scenario is done on a real kernel: one shell script to
// standard output or, with -o, a folder with the script's files.
func recipeCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("recipe", flag.ContinueOnError)
	folder := flags.String("o", "", "")
	name, err := oneWord(flags, args, "scenario")
	if err != nil {
		return err
	}
	sc, err := readScenario(std, name)
	if err != nil {
		return err
	}
	recipe, err := realkernel.New(sc)
	if err != nil {
		return err
	}
	if *folder == "" {
		_, err = io.WriteString(std.out, recipe.Script())
		return err
	}
	if err := os.MkdirAll(*folder, 0o777); err != nil {
		return err
	}
	for _, f := range append(recipe.Files(), realkernel.File{Name: "blkplay.sh", Text: recipe.Script()}) {
		if err := writeFile(filepath.Join(*folder, f.Name), f.Text); err != nil {
			return err
		}
	}
	return nil
}
