/**
 * The page for teachers. Of a section's parts one is a paragraph, a list, a table
 * (its first row the head), or lines to copy. **Bold**, `code` and [text](page) are marked so;
 * {base} is where this copy of blkplay is.
 */
export const teachers = {
  pageTitle: 'For teachers',
  title: 'blkplay in class',
  intro: 'How to use the exercises with a class, what a result proves, and what becomes of your students’ data. No account is needed, by you or by them.',
  contents: 'On this page',
  print: 'Print',
  classLinks: {
    title: 'Links for a class',
    exercise: 'Exercise',
    students: 'Students',
    first: 'First seed',
    list: 'One line for each student: number and link',
    save: 'Save as CSV',
  },
  sections: [
    {
      id: 'start',
      title: 'In five minutes',
      parts: [
        {
          steps: [
            'Choose one of the [13 exercises](exercise.html) and do it yourself. Each takes 10 to 20 minutes. They build on one another, from plugging to I/O contexts.',
            'Give your students its link. Add a seed if all shall have the same variant.',
            'At the end the page shows each student a short **result code**. They send it to you by any way you like: mail, a form, your learning platform.',
            'Put all codes into the [grading page](grade.html). It runs every answer again on your machine, says what was altered, and saves the grades as CSV or JSON.',
          ],
        },
      ],
    },
    {
      id: 'exercise',
      title: 'What an exercise is',
      parts: [
        'A short story, a machine and a workload. Students **predict** first: a time, a number, an order. Only then the run is computed and shown, event by event, with the cause of each. Then they **explain** by choosing a cause, or **reach a goal** by turning the kernel’s own settings.',
        'Nobody wrote the right answers down. They are what the simulator’s run gives, and the simulator gives the same events as the kernel’s own code; the [verify page](verify.html) shows that in your browser.',
        'A wrong answer gets a reason: which rule was overlooked, and a link to the event where it can be seen. Hints are free. Exercises are told in English; the page around them also in Chinese.',
      ],
    },
    {
      id: 'links',
      title: 'Links and seeds',
      parts: [
        'A **seed** is a number that decides a variant: sectors, times, settings. The same seed gives the same variant on every machine, at any time. Seed 0 is the author’s first example, and 1, 2 and 3 are mostly examples too; any other is drawn by chance, within limits the author set so that the point stays visible.',
        {
          table: [
            ['Link', 'What students get'],
            ['`{base}exercise.html#lesson=e02`', 'A variant of their own, by chance. Good for practice.'],
            ['`{base}exercise.html#lesson=e02&seed=17`', 'All the same. Good for talking about it together.'],
            ['`{base}exercise.html#lesson=e02&seed=1001`, `…1002`, `…1003`', 'One seed for each student. Good for homework: answers cannot simply be passed on.'],
          ],
        },
        'The answers given so far stand in the address of the page, so a student can bookmark them, or go on at another machine with the link.',
      ],
    },
    {
      id: 'hand-in',
      title: 'Ways to hand in',
      parts: [
        {
          table: [
            ['Way', 'How', 'Needs'],
            ['Result code', 'A line such as `E01-3P30-DDAK-REWV-BG`, short enough to read aloud. You paste all of them into the [grading page](grade.html).', 'Nothing'],
            ['Class board', 'You [make a board](board.html) and give its link. Students post with one click, and the server runs each answer again.', 'A copy of blkplay with its small server'],
            ['SCORM 1.2', 'The exercise’s page saves a package. Upload it to Moodle, ILIAS, Canvas and others: score, status and progress go there by themselves. Each student has a variant of their own, and the code to run again stands in the report as the comment (cmi.comments).', 'A learning platform'],
            ['xAPI', 'The exercise’s page saves a statement for a learning record store.', 'Such a store'],
            ['CSV, JSON', 'The exercise’s page saves the result as a file. The grading page reads the JSON.', 'Nothing'],
            ['Command line', '`blkplay grade` reads the same codes and files, for automatic graders.', 'A terminal'],
          ],
        },
      ],
    },
    {
      id: 'proof',
      title: 'What a result proves, and what not',
      parts: [
        'Everything happens in the student’s browser, so **a grade shown there is not proof against cheating**. A score in a learning platform by SCORM or xAPI comes from that browser too. What you can trust is the re-run: by the grading page, by the command line, or by a board’s server.',
        {
          pair: [
            {
              title: 'The re-run finds',
              items: [
                '**Forged or altered answers.** Each answer is run again from its seed. If a code claims what the run does not give, it is marked **altered**, and the score is that of the re-run.',
                '**Typing errors.** A checksum does not fit: **damaged**. Ask for the code again.',
                '**Another version** of the exercise than yours, or an exercise that is not there.',
                '**The wrong seed.** The table shows each seed. Compare it with the one you gave.',
              ],
            },
            {
              title: 'It does not find',
              items: [
                '**Copied answers.** A right answer is right, whoever found it. Seeds of their own for each student help: a copied answer is then mostly wrong.',
                '**Who worked.** A name in a code is what somebody typed.',
                '**Help.** How often someone tried, opened hints, or asked another person or a program is not recorded.',
                '**Looking it up.** The program that knows the answers is open to all, students too.',
              ],
            },
          ],
        },
        'So: fine for practice, homework and taking part. For an examination watch over it, or let students explain their answer. “Why did the write leave at 4 ms?” takes one minute.',
      ],
    },
    {
      id: 'data',
      title: 'Data protection',
      parts: [
        {
          table: [
            ['Where', 'What is kept', 'How long'],
            ['Exercise page', 'Language and answers, in the student’s own browser and in the page’s address. Nothing is sent, unless they post to a board. No cookies, no counting of visitors, nothing from other hosts.', 'Until the browser’s site data are deleted'],
            ['Result code', 'Exercise, seed, answers. A name only if one is typed in.', 'As long as you keep it'],
            ['Grading page', 'Nothing. Codes are graded on your machine and are gone when the page is closed.', 'Not at all'],
            ['Class board', 'Title and text of the exercise; for each result a number, the code, what the re-run gave, the time, and a name only if one is typed in. No network addresses. At most 500 results.', '1 to 180 days, as you choose (30 if you do not). Then it is deleted by itself'],
            ['SCORM, xAPI', 'What the learning platform keeps of its users.', 'Its rules'],
          ],
        },
        {
          list: [
            'No names are needed. A number on a list that only you have does as well.',
            'Your own link to a board holds its key; the server knows only a digest of it. Who has that link sees the results: keep it to yourself. If it is lost, the results cannot be had any more.',
            'You can delete one result or the whole board at any time.',
            'Whoever runs the server may keep logs of requests, as any web server can. Ask them. Without a server there is nothing to ask: all but boards and short links works from plain files.',
          ],
        },
      ],
    },
    {
      id: 'labs',
      title: 'Lab sheets',
      parts: [
        'Two sheets of one page each, 45 minutes, in pairs, ready to print. The key is on a page of its own.',
        {
          list: [
            '[Lab A](lab-a.html): plugging, merging and timers, Linux 2.6.24. [Key](lab-a.html?key)',
            '[Lab B](lab-b.html): the plug in the task, Linux 4.4. [Key](lab-b.html?key)',
          ],
        },
        'Runs on a sheet are links; on paper they have the numbers of the examples in the [playground](index.html).',
      ],
    },
    {
      id: 'own',
      title: 'Exercises of your own',
      parts: [
        'An exercise is a text file. The [author’s page](author.html) shows it as students will see it while you write, and says what does not work: goals that cannot be reached, answers that are the same in every variant, scenarios that do not show what they seem to. It opens any of the 13 as a start.',
        'Give your students the link that “Open as student” makes, or make a [board](board.html) with your text. On the grading page add your `.lesson` file.',
      ],
    },
    {
      id: 'command',
      title: 'On the command line',
      parts: [
        'With Go installed and the sources of blkplay, for automatic graders and big courses:',
        {
          lines: [
            'go build -o blkplay ./core/cmd/blkplay',
            './blkplay grade web/lessons class.csv > grades.csv',
            './blkplay grade -format json -pass 60 web/lessons class.csv',
          ],
        },
        'The exit status is 0 if all codes are verified and none is below the pass mark, else 1. The grading page writes the same files, byte for byte.',
      ],
    },
  ],
};
