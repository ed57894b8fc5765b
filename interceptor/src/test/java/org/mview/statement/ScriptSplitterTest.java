package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.statement.LexicalRules.MYSQL;
import static org.mview.statement.LexicalRules.POSTGRESQL;
import static org.mview.statement.LexicalRules.SQLITE;
import static org.mview.statement.LexicalRules.SQL_SERVER;
import static org.mview.statement.LexicalRules.STANDARD;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptSplitterTest {
  static Stream<Arguments> scripts() {
    return Stream.of(
        arguments(STANDARD, "", List.of()),
        arguments(STANDARD, " ;; \n/\n; -- nothing", List.of()),
        arguments(STANDARD, "select 1", List.of("select 1")),
        arguments(STANDARD, "select 1; select 2;", List.of("select 1", "select 2")),
        arguments(
            STANDARD,
            "-- one\nselect 1; -- two\nselect /* ; */ ';', \";\" from t",
            List.of("-- one\nselect 1", "-- two\nselect /* ; */ ';', \";\" from t")),
        arguments(
            STANDARD, "select 1\n/\nselect 2 /\n3\n / \n", List.of("select 1", "select 2 /\n3")),
        arguments(STANDARD, "select 1;\n/\nselect 2", List.of("select 1", "select 2")),
        arguments(STANDARD, "select 'a; b", List.of("select 'a; b")),
        arguments(MYSQL, "select 'a\\'; b'; c # ;\n; d", List.of("select 'a\\'; b'", "c # ;", "d")),
        arguments(SQLITE, "select [a;b], `c;d`; e", List.of("select [a;b], `c;d`", "e")),
        arguments(POSTGRESQL, "do $x$ begin; end; $x$; b", List.of("do $x$ begin; end; $x$", "b")));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aScriptIsTakenApart(LexicalRules rules, String script, List<String> statements) {
    assertThat(new ScriptSplitter(rules).split(script))
        .extracting(SourceText::text)
        .isEqualTo(statements);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void eachStatementHasItsOffset(LexicalRules rules, String script, List<String> statements) {
    assertThat(new ScriptSplitter(rules).split(script))
        .allSatisfy(
            piece ->
                assertThat(script.substring(piece.offset(), piece.end())).isEqualTo(piece.text()));
  }

  static Stream<Arguments> blocks() {
    return Stream.of(
        arguments(
            SQLITE,
            """
            create temp trigger t after insert on x when case new.a when 1 then 1 end = 1
            begin
              update y set a = case when b then 1 else (case c when 1 then 2 end) end;
              delete from z;
            end;"""),
        arguments(STANDARD, "begin dbms_mview.refresh('a'); begin null; end; end;"),
        arguments(
            STANDARD,
            "declare a number; b number := 1; begin if a = b then null; end if; end block_name;"),
        arguments(STANDARD, "<<label>> begin null; end;"),
        arguments(
            STANDARD,
            """
            create or replace trigger hr.t before update on x for each row
            declare n number;
            begin
              for i in 1..9 loop n := i; end loop;
            end t;"""),
        arguments(
            STANDARD,
            """
            create trigger t for insert on x compound trigger
              n number;
              before statement is begin n := 0; end before statement;
              after statement is begin n := 1; end after statement;
            end t;"""),
        arguments(
            STANDARD,
            """
            create procedure p (a number) is
              b number;
              procedure inner_one is c number; begin null; end;
              cursor k is select 1 from dual;
            begin
              while a > 0 loop null; end loop;
            end;"""),
        arguments(
            STANDARD,
            """
            create or replace package p as
              procedure a(x number default 1);
              function b return number;
            end p;"""),
        arguments(
            STANDARD,
            """
            create package body p is
              x number;
              procedure a(x number) is begin null; end;
              function b return number is begin return case when x = 1 then 1 end; end;
            begin
              x := 1;
            end p;"""),
        arguments(STANDARD, "create type body t is member procedure a is begin null; end; end;"),
        arguments(
            MYSQL,
            """
            create definer = 'root'@`localhost` procedure p()
            begin
              declare x int default 0;
              repeat set x = x + 1; until x > 5 end repeat;
              case x when 1 then select 1; else select 2; end case;
              if x then select 3; end if;
            end;"""),
        arguments(
            MYSQL,
            "create event e on schedule every 1 day do begin delete from t; delete from u; end;"),
        arguments(
            POSTGRESQL,
            "create function f() returns int language sql begin atomic select 1; select 2; end;"),
        arguments(
            SQL_SERVER,
            """
            create procedure p @x int as
            begin
              begin transaction;
              if @x = 1 begin select 1; end
              begin try commit; end try begin catch rollback; end catch
            end;"""),
        arguments(MYSQL, "begin not atomic select 1; select 2; end;"));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void aBlockIsOneStatementWithItsLastSemicolon(LexicalRules rules, String block) {
    assertThat(new ScriptSplitter(rules).split("select 1; " + block + "\n/\nselect 2; select 3"))
        .extracting(SourceText::text)
        .containsExactly("select 1", block, "select 2", "select 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "begin",
        "begin transaction",
        "begin immediate",
        "declare c cursor for select 1",
        "declare @x int",
        "create trigger t before insert on x for each row set new.a = 1",
        "create trigger t before insert on x execute function f()",
        "create function f() returns int as 'select 1;' language sql",
        "create function f returns string soname 'f.so'",
        "create function f(@x as int) returns table as return (select 1)",
        "create table trigger (a int)",
        "create view procedure as select 1",
        "create type t as enum ('a')",
        "alter table t add x int",
        "end",
        "select case when 1 then 2 end"
      })
  void whatIsNoBlockEndsAtItsFirstSemicolon(String statement) {
    assertThat(new ScriptSplitter(STANDARD).split(statement + "; select 1; select 2"))
        .extracting(SourceText::text)
        .containsExactly(statement, "select 1", "select 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {";\n", "\n/\n"})
  void allStatementsOfTheGoldenFilesAreFoundInOneScript(String separator) {
    List<String> statements =
        GoldenCommandsTest.cases()
            .filter(some -> some.result().startsWith("-> ") && !some.result().equals("-> not ours"))
            .map(some -> some.sql().replaceAll("[;\\s/]+$", ""))
            .filter(sql -> !sql.contains("\n/"))
            .toList();
    String script = String.join(separator, statements) + separator;
    assertThat(new ScriptSplitter(STANDARD).split(script))
        .extracting(piece -> piece.text().replaceAll(";+$", ""))
        .isEqualTo(statements);
  }
}
