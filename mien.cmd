@echo off
rem The mien command line: builds itself on the first run and after a change, then runs.
rem MIEN_OPTS holds further options for Java, such as -Xmx4g.
setlocal enableextensions
set "MIEN_HOME=%~dp0"
set "APP=%MIEN_HOME%samples\target\app"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo mien: needs Java 17 or later: install a JDK, or set JAVA_HOME to one 1>&2
  exit /b 9
)

rem Everything that the samples and what they need are built from.
powershell -NoProfile -Command ^
  "Set-Location -LiteralPath $env:MIEN_HOME;" ^
  "$stamp = Get-Item -ErrorAction SilentlyContinue 'samples\target\app\built';" ^
  "if (!$stamp) { exit 1 }" ^
  "$inputs = 'pom.xml','core\pom.xml','core\src\main','fonts\pom.xml','fonts\src\main','onnx-backend\pom.xml'," ^
  "  'onnx-backend\src\main','samples\pom.xml','samples\src\main';" ^
  "$newer = Get-ChildItem -Recurse $inputs | Where-Object LastWriteTime -gt $stamp.LastWriteTime;" ^
  "exit [int][bool]$newer"
if errorlevel 1 call :build || exit /b 9

"%JAVA%" "-XX:SharedArchiveFile=%APP%\classes.jsa" -Xlog:disable -Xlog:all=error:stderr ^
  -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %MIEN_OPTS% -jar "%APP%\mien.jar" %*
exit /b %errorlevel%

:build
echo mien: building (the first time takes a few minutes, to fetch what it needs) ... 1>&2
pushd "%MIEN_HOME%"
if exist "%APP%" rmdir /s /q "%APP%"
call mvnw.cmd -q -B -pl samples -am -DskipTests package 1>&2
if errorlevel 1 (
  popd
  echo mien: the build failed; the lines above say why 1>&2
  exit /b 1
)
rem An archive of loaded classes makes the start faster; all works without it as well.
"%JAVA%" "-XX:ArchiveClassesAtExit=%APP%\classes.jsa" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ^
  -cp "%APP%\mien.jar" io.github.mien.cli.Rehearsal >nul 2>&1
echo built> "%APP%\built"
popd
exit /b 0
