@echo off
rem Builds lab.jar when it is missing or older than its sources, then runs it with the arguments given.
setlocal
set "HERE=%~dp0"
set "JAR=%HERE%lab-engine\target\lab.jar"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo lab: no Java found. Install a JDK 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 3
)
set "STALE="
if not exist "%JAR%" set "STALE=1"
if not defined STALE powershell -NoProfile -Command "$jar=(Get-Item '%JAR%').LastWriteTime; $new=Get-ChildItem -Recurse -File '%HERE%pom.xml','%HERE%lab-engine\pom.xml','%HERE%lab-engine\src\main','%HERE%lessons','%HERE%samples','%HERE%manifests' | Where-Object LastWriteTime -gt $jar | Select-Object -First 1; if ($new) { exit 1 }" || set "STALE=1"
if defined STALE (
  where mvn >nul 2>&1
  if errorlevel 1 (
    echo lab: lab.jar has to be built, and Maven ^(mvn^) is not here. Install Maven 3.8 or newer and run this again. 1>&2
    exit /b 3
  )
  echo lab: building lab.jar; the first time Maven also fetches the libraries... 1>&2
  pushd "%HERE%"
  call mvn -B -q -DskipTests package 1>&2
  if errorlevel 1 (
    popd
    echo lab: the build failed; Maven's messages above say why. 1>&2
    exit /b 3
  )
  popd
)
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "%JAR%" %*
exit /b %ERRORLEVEL%
