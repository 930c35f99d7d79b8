// Runs one command with masterzen's library, and prints what came of it as JSON.
//
// usage: masterzen_scenario PORT USER PASSWORD HOW COMMAND [INPUT]
//
//	HOW: input (RunWithInput), string (RunWithString), shell (Shell.Execute, what stands behind each unit separator, 1F, is an argument), long (time-out of operations of 1 s),
//	     shell-id (Execute and Command.Close in a shell that there is not),
//	     terminate (Command.Close when the first line of output has come), delete (Shell.Close at the same point)
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/masterzen/winrm"
)

type result struct {
	Out, Err string
	Code     int
	Problem  string
}

const longest = 1000

func text(octets []byte) string {
	if len(octets) > longest {
		return fmt.Sprintf("%d octets, SHA-256 %x", len(octets), sha256.Sum256(octets))
	}
	return string(octets)
}

func main() {
	port, _ := strconv.Atoi(os.Args[1])
	how, line, input := os.Args[4], os.Args[5], ""
	if len(os.Args) > 6 {
		input = os.Args[6]
	}
	parameters := *winrm.DefaultParameters
	if how == "long" {
		parameters.Timeout = "PT1S"
	}
	endpoint := winrm.NewEndpoint("127.0.0.1", port, false, false, nil, nil, nil, 0)
	client, err := winrm.NewClientWithParameters(endpoint, os.Args[2], os.Args[3], &parameters)
	found := result{}
	if err == nil {
		found, err = run(client, how, line, input)
	}
	if err != nil {
		found.Problem = err.Error()
	}
	json.NewEncoder(os.Stdout).Encode(found)
}

func run(client *winrm.Client, how, line, input string) (result, error) {
	switch how {
	case "input":
		var out, errors bytes.Buffer
		code, err := client.RunWithInput(line, &out, &errors, strings.NewReader(input))
		return result{Out: out.String(), Err: errors.String(), Code: code}, err
	case "string":
		out, errors, code, err := client.RunWithString(line, input)
		return result{Out: out, Err: errors, Code: code}, err
	case "shell", "long":
		return execute(client, strings.Split(line, "\x1f"))
	case "shell-id":
		command, err := client.NewShell("11111111-2222-3333-4444-555555555555").Execute(line)
		if err == nil {
			err = command.Close()
		}
		return result{}, err
	default:
		return stop(client, how, line)
	}
}

func execute(client *winrm.Client, words []string) (result, error) {
	shell, err := client.CreateShell()
	if err != nil {
		return result{}, err
	}
	defer shell.Close()
	command, err := shell.Execute(words[0], words[1:]...)
	if err != nil {
		return result{}, err
	}
	var out, errors bytes.Buffer
	ended := make(chan bool)
	go func() { io.Copy(&out, command.Stdout); ended <- true }()
	go func() { io.Copy(&errors, command.Stderr); ended <- true }()
	command.Wait()
	<-ended
	<-ended
	err = command.Close()
	return result{Out: text(out.Bytes()), Err: text(errors.Bytes()), Code: command.ExitCode()}, err
}

func stop(client *winrm.Client, how, line string) (result, error) {
	shell, err := client.CreateShell()
	if err != nil {
		return result{}, err
	}
	command, err := shell.Execute(line)
	if err != nil {
		return result{}, err
	}
	go io.Copy(io.Discard, command.Stderr)
	first, _ := bufio.NewReader(command.Stdout).ReadString('\n')
	if how == "terminate" {
		if err = command.Close(); err != nil {
			return result{}, err
		}
	}
	return result{Out: first}, shell.Close()
}
