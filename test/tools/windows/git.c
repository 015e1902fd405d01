// Stands for git.exe under Wine, where no Git for Windows can be had: hands its words, its environment and
// what it is given to read to git-bridge.js outside, which asks Linux's git, and says what that said. NODE is
// the Node outside as Wine names it, BRIDGE the bridge and DRIVE where C: is, as they are called outside.
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

#define WIDE2(text) L##text
#define WIDE(text) WIDE2(text)

static void put(FILE *file, const wchar_t *text)
{
    char bytes[32768];
    int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    fwrite(bytes, 1, length, file); // with the NUL at its end
}

static FILE *opened(const wchar_t *base, const wchar_t *end, const wchar_t *how)
{
    wchar_t path[MAX_PATH];
    swprintf(path, MAX_PATH, L"%ls%ls", base, end);
    return _wfopen(path, how);
}

static void taken(const wchar_t *base, const wchar_t *end)
{
    wchar_t path[MAX_PATH];
    swprintf(path, MAX_PATH, L"%ls%ls", base, end);
    DeleteFileW(path);
}

static void told(const wchar_t *base, const wchar_t *end, DWORD handle)
{
    char bytes[65536];
    size_t length;
    DWORD written;
    FILE *file = opened(base, end, L"rb");
    while (file && (length = fread(bytes, 1, sizeof bytes, file)) > 0)
        WriteFile(GetStdHandle(handle), bytes, length, &written, NULL);
    if (file) fclose(file);
}

int wmain(int argc, wchar_t **argv)
{
    wchar_t folder[MAX_PATH], base[MAX_PATH], cwd[MAX_PATH], line[4096];
    GetTempPathW(MAX_PATH, folder);
    GetTempFileNameW(folder, L"git", 0, base);
    GetCurrentDirectoryW(MAX_PATH, cwd);

    FILE *job = opened(base, L".job", L"wb");
    put(job, cwd);
    swprintf(line, 4096, L"%d", argc - 1);
    put(job, line);
    for (int i = 1; i < argc; i++) put(job, argv[i]);
    for (wchar_t *one = GetEnvironmentStringsW(); *one; one += wcslen(one) + 1) put(job, one);
    fclose(job);
    if (GetFileType(GetStdHandle(STD_INPUT_HANDLE)) != FILE_TYPE_CHAR) {
        char bytes[65536];
        DWORD length;
        FILE *in = opened(base, L".in", L"wb");
        while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), bytes, sizeof bytes, &length, NULL) && length > 0)
            fwrite(bytes, 1, length, in);
        fclose(in);
    }

    STARTUPINFOW start = { sizeof start };
    PROCESS_INFORMATION process;
    swprintf(line, 4096, L"node \"%hs\" \"%hs\" \"%ls\"", BRIDGE, DRIVE, base);
    if (!CreateProcessW(WIDE(NODE), line, NULL, NULL, FALSE, 0, NULL, L"C:\\", &start, &process)) {
        fprintf(stderr, "git.exe: cannot start what is outside: %lu\n", GetLastError());
        return 127;
    }
    // of a process outside Windows nobody is told when it ends
    FILE *done;
    int code = 127;
    for (int waited = 0; !(done = opened(base, L".done", L"rb")); waited++) {
        if (waited > 10 * 60 * 50) return code;
        Sleep(20);
    }
    fscanf(done, "%d", &code);
    fclose(done);
    told(base, L".out", STD_OUTPUT_HANDLE);
    told(base, L".err", STD_ERROR_HANDLE);
    const wchar_t *ends[] = {L"", L".job", L".in", L".out", L".err", L".done"};
    for (int i = 0; i < 6; i++) taken(base, ends[i]);
    return code;
}
