/* Starts the Python of this folder with the program, or as the interpreter for the program's own helper processes.
 *
 * Compiled twice: with WINDOWED it has no console and tells a failure in a box, without it on stderr.
 * The environment of the user does not change what is loaded: isolated mode, paths from the ._pth file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768

typedef int (*py_main)(int, wchar_t **);

static const wchar_t *const START[] = {L"-I", L"-B", L"-X", L"utf8"};
static const wchar_t *const PROGRAM[] = {L"-m", L"lapas_desktop"};

static void tell(const wchar_t *text) {
#ifdef WINDOWED
    MessageBoxW(NULL, text, L"Lapas Desktop", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#else
    fwprintf(stderr, L"%ls\n", text);
#endif
}

/* A helper process of the program names its own Python arguments; everything else is for the program. */
static int is_helper(int count, wchar_t **given) {
    int at;
    for (at = 1; at < count; at++)
        if (!wcscmp(given[at], L"--multiprocessing-fork"))
            return 1;
    return count > 2 && !wcscmp(given[1], PROGRAM[0]) && !wcscmp(given[2], PROGRAM[1]);
}

static py_main interpreter(void) {
    static wchar_t path[LONGEST];
    wchar_t *end;
    HMODULE library;
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST - 32);
    if (!length || length >= LONGEST - 32 || !(end = wcsrchr(path, L'\\')))
        return NULL;
    wcscpy(end + 1, PYTHON_DLL);
    library = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return library ? (py_main)(void *)GetProcAddress(library, "Py_Main") : NULL;
}

int wmain(int count, wchar_t **given) {
    const int fixed = sizeof START / sizeof *START, named = sizeof PROGRAM / sizeof *PROGRAM;
    const int helper = is_helper(count, given);
    wchar_t **words = calloc(count + fixed + named + 1, sizeof *words);
    int used = 0, at;
    py_main start;

    SetEnvironmentVariableW(L"QT_PLUGIN_PATH", NULL);
    SetEnvironmentVariableW(L"QT_QPA_PLATFORM_PLUGIN_PATH", NULL);
    start = interpreter();
    if (!start || !words) {
        tell(L"Program ini tidak lengkap atau rusak. Pasang ulang Lapas Desktop; data kantor tetap ada.");
        return 1;
    }
    words[used++] = given[0];
    for (at = 0; at < fixed; at++)
        words[used++] = (wchar_t *)START[at];
    for (at = 0; at < named && !helper; at++)
        words[used++] = (wchar_t *)PROGRAM[at];
    for (at = 1; at < count; at++)
        words[used++] = given[at];
    return start(used, words);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show) {
    (void)instance, (void)before, (void)line, (void)show;
    return wmain(__argc, __wargv);
}
#endif
