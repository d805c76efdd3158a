/// The completion script for bash, mended for words with colons in them.
///
/// Bash takes a colon for the end of a word, so that the script which the library writes is asked
/// about half a word, and its answers would be put behind the other half.
struct BashScript {
  /// The script.
  let text: String

  private static let registration = "complete -o filenames -F _ferry ferry"

  /// Mends `text`; `nil` when it is not that script.
  init?(_ text: String) {
    guard text.contains(Self.registration) else { return nil }
    self.text = text.replacing(Self.registration, with: Self.wrapper)
  }

  /// Puts the halves together, takes an option from its value, asks, and takes off of each answer what
  /// stands there already.
  private static let wrapper = #"""
    __ferry_whole_words() {
        local -a words=()
        local -i index count=-1 current=0
        local piece gap joined='' line="${COMP_LINE}"
        for index in "${!COMP_WORDS[@]}"; do
            piece="${COMP_WORDS[index]}"
            gap="${line%%[![:space:]]*}"
            line="${line:${#gap} + ${#piece}}"
            if [[ "${count}" -ge 0 && -z "${gap}" && -n "${piece}" ]]; then
                words[count]+="${piece}"
                [[ "${index}" -eq "${COMP_CWORD}" ]] && joined=yes
            else
                count+=1
                words[count]="${piece}"
            fi
            [[ "${index}" -eq "${COMP_CWORD}" ]] && current="${count}"
        done

        local word="${2}" option=''
        [[ -n "${joined}" ]] && word="${words[current]}"
        if [[ "${word}" == --*=* ]]; then
            option="${word%%=*}="
            word="${word#*=}"
            words=("${words[@]:0:current}" "${option%=}" "${word}" "${words[@]:current + 1}")
            current+=1
        fi
        local -a COMP_WORDS=("${words[@]}")
        local -i COMP_CWORD="${current}"
        _ferry "${1}" "${word}" "${words[current - 1]}"

        local isFilter=''
        [[ "${COMPREPLY[0]-}" == *[:\>]* ]] && isFilter=yes
        # Where = ends no word, the option is a part of what is replaced.
        [[ -z "${joined}" ]] && COMPREPLY=("${COMPREPLY[@]/#/"${option}"}")
        local head=''
        [[ -n "${joined}" ]] && head="${word%"${word##*[:=]}"}"
        # The answers are without the backslashes that stand there before blanks.
        head="${head//\\/}"
        for index in "${!COMPREPLY[@]}"; do
            COMPREPLY[index]="${COMPREPLY[index]#"${head}"}"
        done
        # A filter is no file: a colon in it needs no backslash, and more of it may follow.
        if [[ -n "${isFilter}" ]]; then
            compopt +o filenames 2>/dev/null
            [[ "${#COMPREPLY[@]}" -eq 1 && "${COMPREPLY[0]}" == *[:\>] ]] && compopt -o nospace 2>/dev/null
            if [[ "${COMP_LINE:0:COMP_POINT}" != *[\'\"]* ]]; then
                local sign
                for sign in ' ' '!' '<' '>'; do
                    COMPREPLY=("${COMPREPLY[@]//"${sign}"/\\"${sign}"}")
                done
            fi
        fi
    }

    complete -o filenames -F __ferry_whole_words ferry
    """#
}
