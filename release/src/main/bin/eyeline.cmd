@echo off
rem Eyeline's program for operators: "eyeline --help" says what it does. Needs Java 17 or newer, from JAVA_HOME or the PATH.
setlocal
if defined JAVA_HOME (
    set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
    set "JAVA=java.exe"
)
if defined JAVA_HOME if not exist "%JAVA%" (
    echo eyeline: JAVA_HOME is %JAVA_HOME%, and there is no bin\java.exe in it. Name the folder of a Java 17 or newer, or unset it. 1>&2
    exit /b 2
)
if not defined JAVA_HOME (
    where java.exe >nul 2>nul || (
        echo eyeline: Java is missing. Install Java 17 or newer, or name its folder in JAVA_HOME. 1>&2
        exit /b 2
    )
)
set "VERSION="
for /f "tokens=3" %%v in ('^""%JAVA%" -version 2^>^&1 ^| findstr /c:" version "^"') do if not defined VERSION set "VERSION=%%~v"
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined MAJOR (
    echo eyeline: %JAVA% does not say which version it is. Name the folder of a Java 17 or newer in JAVA_HOME. 1>&2
    exit /b 2
)
if %MAJOR% LSS 17 (
    echo eyeline: %JAVA% is too old. Java 17 or newer is needed: name its folder in JAVA_HOME. 1>&2
    exit /b 2
)
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%~dp0..\lib\*" eyeline.operator.Eyeline %*
exit /b %ERRORLEVEL%
