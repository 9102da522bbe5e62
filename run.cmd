@echo off
rem run            sets up whatever is missing and opens the window
rem run ARGS...    the same, passing the arguments to the program
rem run test       sets up the tools for developers too and runs every check
setlocal
set "ROOT=%~dp0"
set "VENV=%ROOT%.venv"
set "PYTHON=%VENV%\Scripts\python.exe"

if /i "%~1"=="test" goto test

call :set_up requirements || exit /b 1
set "PYTHONPATH=%ROOT%"
"%PYTHON%" -P -m lapas_desktop %*
exit /b %ERRORLEVEL%

:test
call :set_up requirements-dev || exit /b 1
pushd "%ROOT%"
set QT_QPA_PLATFORM=offscreen
set PYRIGHT_PYTHON_IGNORE_WARNINGS=1
"%PYTHON%" -m ruff check . && "%PYTHON%" -m ruff format --check . && "%PYTHON%" -m pyright && "%PYTHON%" -m pytest
set "RESULT=%ERRORLEVEL%"
popd
exit /b %RESULT%

:set_up
if exist "%PYTHON%" fc /b "%ROOT%%1.txt" "%VENV%\%1.done" >nul 2>&1 && exit /b 0
if not exist "%PYTHON%" call :make_venv || exit /b 1
echo Menyiapkan pustaka Python (sekali saja, beberapa menit)... 1>&2
"%PYTHON%" -m pip --quiet --disable-pip-version-check --no-input install --use-pep517 --require-hashes --requirement "%ROOT%%1.txt"
if errorlevel 1 (
    echo Pustaka Python gagal dipasang; periksa sambungan internet, lalu ulangi. 1>&2
    exit /b 1
)
copy /y "%ROOT%requirements.txt" "%VENV%\requirements.done" >nul
copy /y "%ROOT%%1.txt" "%VENV%\%1.done" >nul
exit /b 0

:make_venv
for %%P in ("py -3" python python3) do (
    %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && (
        %%~P -m venv "%VENV%" && exit /b 0
    )
)
echo Python 3.11 atau lebih baru tidak ditemukan; pasang dari python.org. 1>&2
exit /b 1
