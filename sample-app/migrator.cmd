@echo off
rem Runs a command of the migrator on the classes of this module: migrator help
rem
rem It builds first if a source, a resource or a build file has changed. What it keeps between commands is in
rem target\migrator, and may be deleted. This file is yours: change how it builds, for example with a profile.
setlocal
set "main_class=dev.migrator.sample.WorkoutBuddyApplication"

set "module=%~dp0."
set "state=%module%\target\migrator"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if defined JAVA_HOME if not exist "%java%.exe" goto no_java

if "%~1"=="--build" goto build
if "%~1"=="--build-all" goto build_all
if exist "%state%\java.args" goto run

rem The first time only Maven knows the class path.
if not exist "%state%" mkdir "%state%"
type nul > "%state%\begun"
call "%~f0" --build-all || exit /b
powershell -NoProfile -Command "Set-Content '%state%\first.args' ('-cp \"' + (Get-Content -Raw '%state%\classpath').Trim().Replace('\', '\\') + '\"')" || exit /b
"%java%" "@%state%\first.args" dev.migrator.launcher.Launcher "%~f0" %main_class% %*
exit /b

:run
"%java%" "@%state%\java.args" dev.migrator.launcher.Launcher "%~f0" %main_class% %*
exit /b

:build
cd /d "%module%\.."
call mvn -q -pl sample-app -am process-classes 1>&2
exit /b

:build_all
cd /d "%module%\.."
call mvn -q -pl sample-app -am process-classes dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=target/migrator/classpath 1>&2
exit /b

:no_java
echo There is no program "%java%.exe": set JAVA_HOME to the folder of a JDK. 1>&2
exit /b 1
