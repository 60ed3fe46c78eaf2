import { Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import type { CalendarFeedView, MadeCalendarFeed } from '@opiring/contract/cohorts';
import { type Caller, CallerOf, isSignedIn, Public, Rule } from '@opiring/platform/api';
import { CalendarFeedService } from './calendar-feed.service';

@Controller()
export class CalendarFeedController {
  constructor(private readonly feeds: CalendarFeedService) {}

  @Get('me/calendar-feed')
  @Rule(isSignedIn)
  mine(@CallerOf() caller: Caller): Promise<CalendarFeedView> {
    return this.feeds.mine(caller);
  }

  /** Makes the address, or another in its place. */
  @Post('me/calendar-feed')
  @Rule(isSignedIn)
  make(@CallerOf() caller: Caller): Promise<MadeCalendarFeed> {
    return this.feeds.make(caller);
  }

  @Delete('me/calendar-feed')
  @HttpCode(204)
  @Rule(isSignedIn)
  end(@CallerOf() caller: Caller): Promise<void> {
    return this.feeds.end(caller);
  }

  /** What a calendar program asks for. The address is the secret; an unknown one is not found. */
  @Get('calendars/:token')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Public()
  calendar(@Param('token') token: string): Promise<string> {
    return this.feeds.calendar(token.replace(/\.ics$/, ''));
  }
}
